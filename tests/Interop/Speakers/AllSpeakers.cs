namespace Tsunagu.Tests.Interop.Speakers;

/// <summary>The columns of the table.</summary>
static class AllSpeakers
{
    const string Node = "node";

    // Debian's package belongs to this one.
    const string Python = "/usr/bin/python3";

    const string NeverCompresses = "servers of grpc-js do not compress responses";

    public static readonly IReadOnlyList<Speaker> Columns =
    [
        new OurClient("ours", [], Interop.Cases.Official),
        new ForeignClient("grpc-js", Node, "grpc-js/client.mjs", [.. Interop.Cases.Official, .. Interop.Cases.Tools]),
        new ForeignClient("nice-grpc", Node, "nice-grpc/client.mjs", Interop.Cases.Official),
        new ForeignClient("grpcio", Python, "grpcio/client.py", [.. Interop.Cases.Official, .. Interop.Cases.Tools]),
        new OurClientAbroad("ours to grpc-js", Node, "grpc-js/server.mjs", new()
        {
            ["server_compressed_unary"] = NeverCompresses,
            ["server_compressed_streaming"] = NeverCompresses,
        }),
        new OurClientAbroad("ours to grpcio", Python, "grpcio/server.py", []),
        new OurClient("ours TLS", [], Interop.Cases.Tls, Door.Tls),
        new ForeignClient("grpc-js TLS", Node, "grpc-js/client.mjs", Interop.Cases.Tls, Door.Tls),
        new ForeignClient("grpcio TLS", Python, "grpcio/client.py", Interop.Cases.Tls, Door.Tls),
        new ForeignClient("grpc-web", Node, "grpc-web/client.mjs", Interop.Cases.Web, Door.Web, ["binary"]),
        new ForeignClient("grpc-web-text", Node, "grpc-web/client.mjs", Interop.Cases.Web, Door.Web, ["text"]),
        new ForeignClient("connect-web", Node, "connect-web/client.mjs", Interop.Cases.Web, Door.Web, ["1.1"]),
        new ForeignClient("connect-web-h2", Node, "connect-web/client.mjs", [.. Interop.Cases.Web, .. Interop.Cases.WebBothWays], more: ["2"]),
    ];
}
