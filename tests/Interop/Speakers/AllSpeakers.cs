namespace Tsunagu.Tests.Interop.Speakers;

/// <summary>The columns of the table.</summary>
static class AllSpeakers
{
    const string Node = "node";

    // Debian's package belongs to this one.
    const string Python = "/usr/bin/python3";

    public static readonly IReadOnlyList<Speaker> Columns =
    [
        new OurClient("ours", new Dictionary<string, string>()),
        new ForeignClient("grpc-js", Node, "grpc-js/client.mjs", Interop.Cases.Official),
        new ForeignClient("nice-grpc", Node, "nice-grpc/client.mjs", Interop.Cases.Official),
        new ForeignClient("grpcio", Python, "grpcio/client.py", Interop.Cases.Official),
        new OurClientBeforeGrpcJs(),
    ];
}
