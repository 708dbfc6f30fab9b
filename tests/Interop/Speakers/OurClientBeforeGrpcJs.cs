using System.Runtime.CompilerServices;

namespace Tsunagu.Tests.Interop.Speakers;

/// <summary>Our own client before a server of grpc-js.</summary>
sealed class OurClientBeforeGrpcJs() : OurClient("ours to grpc-js", new Dictionary<string, string>
{
    ["server_compressed_unary"] = NeverCompresses,
    ["server_compressed_streaming"] = NeverCompresses,
})
{
    const string NeverCompresses = "servers of grpc-js do not compress responses";

    public override async IAsyncEnumerable<Verdict> SpeakAsync(Run run, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var server = ForeignProgram.Start("node", [ForeignProgram.PathOf("grpc-js/server.mjs"), run.Descriptors]);
        var address = await server.ReadLineAsync(ct) ?? throw new InvalidOperationException($"The grpc-js server did not start: {server.Errors}");
        await foreach (var verdict in base.SpeakAsync(run with { Server = new Uri(address) }, ct))
            yield return verdict;
    }
}
