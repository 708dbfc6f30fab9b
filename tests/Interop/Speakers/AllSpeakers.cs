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
        new ForeignClient("grpc-js", Node, "grpc-js/client.mjs", [.. Interop.Cases.Official, .. Interop.Cases.Tools]),
        new ForeignClient("nice-grpc", Node, "nice-grpc/client.mjs", Interop.Cases.Official),
        new ForeignClient("grpcio", Python, "grpcio/client.py", [.. Interop.Cases.Official, .. Interop.Cases.Tools]),
        new OurClientBeforeGrpcJs(),
        new ForeignClient("grpc-web", Node, "grpc-web/client.mjs", Interop.Cases.Web, web: true, ["binary"]),
        new ForeignClient("grpc-web-text", Node, "grpc-web/client.mjs", Interop.Cases.Web, web: true, ["text"]),
        new ForeignClient("connect-web", Node, "connect-web/client.mjs", Interop.Cases.Web, web: true, ["1.1"]),
        new ForeignClient("connect-web-h2", Node, "connect-web/client.mjs", [.. Interop.Cases.Web, .. Interop.Cases.WebBothWays], more: ["2"]),
    ];
}
