using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

static partial class TranscodingLog
{
    [LoggerMessage(1, LogLevel.Debug, "'{Method}' has an HTTP rule but takes a stream of requests, which transcoding does not serve.")]
    internal static partial void Unsupported(this ILogger log, string method);
}
