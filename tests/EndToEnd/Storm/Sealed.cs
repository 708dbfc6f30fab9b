using System.Diagnostics;
using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>The audit log of a service, checked as an auditor does: exported, with Node alone.</summary>
static class Sealed
{
    /// <summary>The verifier's complaint; empty when it finds none.</summary>
    public static async Task<string> FaultAsync(PatientClient auditor, string service, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("audit");
        try
        {
            var (log, state) = (Path.Combine(folder.FullName, "records.ndjson"), Path.Combine(folder.FullName, "checkpoint.json"));
            await File.WriteAllTextAsync(state, (await auditor.GetAsync($"/v1/{service}/audit/checkpoint", ct)).Body.ToJsonString(), ct);
            using (var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/{service}/audit/records"))
            using (var records = await auditor.OpenAsync(request, ct) ?? throw new InvalidOperationException("The audit log is not exported."))
            await using (var file = File.Create(log))
                await records.Content.CopyToAsync(file, ct);
            using var node = Process.Start(
                new ProcessStartInfo("node", [Repository.PathOf("contracts/audit/verify.mjs"), log, state]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(ct), node.StandardError.ReadToEndAsync(ct));
            await node.WaitForExitAsync(ct);
            return node.ExitCode == 0 ? "" : $"audit of {service}: {string.Concat(said).Trim()}";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
