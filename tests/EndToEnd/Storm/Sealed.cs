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
            var said = await AuditVerifier.RunAsync([log, state], ct);
            return said == "OK" ? "" : $"audit of {service}: {said}";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
