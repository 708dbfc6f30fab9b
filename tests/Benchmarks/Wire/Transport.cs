namespace Tsunagu.Tests.Benchmarks.Wire;

/// <summary>What both sides share: one kind of connection, settings as a channel's own handler has them.</summary>
static class Transport
{
    // What is read is not looked at, so all callers may read into one place.
    public static byte[] Buffer { get; } = new byte[64 * 1024];

    public static SocketsHttpHandler NewHandler() => new()
    {
        EnableMultipleHttp2Connections = true,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
    };
}
