using System.Net;
using System.Net.Http;
using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>What failures of HTTP mean for a call.</summary>
static class HttpFailure
{
    /// <summary>Status of an HTTP answer that carries none of its own, as the protocol maps them.</summary>
    internal static Status StatusOf(HttpStatusCode code) => new(
        code switch
        {
            HttpStatusCode.BadRequest => StatusCode.Internal,
            HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
            HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
            HttpStatusCode.NotFound => StatusCode.Unimplemented,
            HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => StatusCode.Unavailable,
            _ => StatusCode.Unknown,
        },
        $"Bad gRPC response. HTTP status code: {(int)code}");

    internal static Status StatusOf(Exception exception) => exception switch
    {
        RpcException { Status: var known } => known,
        OperationCanceledException => new Status(StatusCode.Cancelled, "Call canceled by the client.", exception),
        _ => new Status(CodeOf(exception), Describe(exception), exception),
    };

    /// <summary>Whether nothing has reached the server, so that the call may be tried again.</summary>
    internal static bool IsUnconnected(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };

    static StatusCode CodeOf(Exception exception) => Causes(exception).OfType<HttpProtocolException>().FirstOrDefault() is { } protocol
        ? IsBrokenConnection(protocol) ? StatusCode.Unavailable : CodeOf(protocol.ErrorCode)
        : exception is HttpRequestException or IOException ? StatusCode.Unavailable : StatusCode.Internal;

    // A ping without an answer and a connection that was closed or broken carry these codes like a stream that was reset; only the text tells them apart.
    static bool IsBrokenConnection(HttpProtocolException exception) =>
        exception.ErrorCode is 0x0 or 0x1 && !exception.Message.Contains("reset the stream", StringComparison.Ordinal);

    static StatusCode CodeOf(long resetCode) => resetCode switch
    {
        0x7 => StatusCode.Unavailable,
        0x8 => StatusCode.Cancelled,
        0xb => StatusCode.ResourceExhausted,
        0xc => StatusCode.PermissionDenied,
        _ => StatusCode.Internal,
    };

    static string Describe(Exception exception) =>
        $"Error starting gRPC call. {string.Join(' ', Causes(exception).Select(cause => $"{cause.GetType().Name}: {cause.Message}"))}";

    static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception;
    }
}
