using Grpc.Core;

namespace Tsunagu.Tests.Interop.Host;

/// <summary>What a call sends before its first message, and the metadata it gives back.</summary>
static class AnswerHeaders
{
    const string Initial = "x-grpc-test-echo-initial";
    const string Trailing = "x-grpc-test-echo-trailing-bin";

    public static bool AreAsked(ServerCallContext context) => context.RequestHeaders.Get(Initial) is not null;

    public static async Task WriteAsync(ServerCallContext context, bool compressed, bool echo = true)
    {
        if (echo && context.RequestHeaders.GetValueBytes(Trailing) is { } trailing)
            context.ResponseTrailers.Add(Trailing, trailing);
        var headers = new Metadata();
        if (echo && context.RequestHeaders.GetValue(Initial) is { } initial)
            headers.Add(Initial, initial);
        if (compressed)
            headers.Add("grpc-internal-encoding-request", "gzip");
        if (headers.Count > 0)
            await context.WriteResponseHeadersAsync(headers);
    }
}
