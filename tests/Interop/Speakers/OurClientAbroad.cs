using System.Runtime.CompilerServices;

namespace Tsunagu.Tests.Interop.Speakers;

/// <summary>Our own client before a foreign server, whose program prints its address.</summary>
sealed class OurClientAbroad(string name, string interpreter, string script, Dictionary<string, string> notApplicable)
    : OurClient(name, notApplicable, Interop.Cases.Official)
{
    public override async IAsyncEnumerable<Verdict> SpeakAsync(Run run, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var server = ForeignProgram.Start(interpreter, [ForeignProgram.PathOf(script), run.Descriptors]);
        var address = await server.ReadLineAsync(ct) ?? throw new InvalidOperationException($"{script} did not start: {await server.WaitForErrorsAsync(ct)}");
        await foreach (var verdict in base.SpeakAsync(run with { Server = new Uri(address) }, ct))
            yield return verdict;
    }
}
