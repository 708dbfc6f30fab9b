using System.Diagnostics;

namespace Tsunagu.Tests.TestKit;

/// <summary>The verifier that the suite gives to auditors, in a process of its own: plain Node.</summary>
public static class AuditVerifier
{
    /// <summary>Runs it.</summary>
    /// <returns>What it says: <c>OK</c>, or <c>FAILED</c> and why.</returns>
    public static async Task<string> RunAsync(IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo("node", [Repository.PathOf("contracts/audit/verify.mjs"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        var said = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(ct), node.StandardError.ReadToEndAsync(ct));
        await node.WaitForExitAsync(ct);
        var text = string.Concat(said).Trim();
        return (node.ExitCode == 0) == (text == "OK") ? text : throw new InvalidOperationException($"The verifier ended with {node.ExitCode} and said: {text}");
    }
}
