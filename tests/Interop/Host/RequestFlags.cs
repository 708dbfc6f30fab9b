using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Testing;
using Microsoft.AspNetCore.Http;
using Tsunagu.Tests.Interop.Wire;

namespace Tsunagu.Tests.Interop.Host;

/// <summary>Below our server: reads the flags of a request whose messages may be compressed.</summary>
static class RequestFlags
{
    static readonly object Key = new();

    public static Task ReadAsync(HttpContext http, RequestDelegate next)
    {
        // Without an encoding no message can be compressed, and the body stays as the server made it.
        if ((string?)http.Request.Headers["grpc-encoding"] is not (null or "identity"))
        {
            var flags = new MessageFlags();
            http.Items[Key] = flags;
            http.Request.Body = new FlagReadingStream(http.Request.Body, flags);
        }
        return next(http);
    }

    /// <summary>Refuses the call when a message came otherwise than it says.</summary>
    /// <param name="expected">What the message says; null for nothing.</param>
    /// <param name="context">The call.</param>
    /// <param name="message">The how manieth message it is, from 0.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT.</exception>
    public static void Require(BoolValue? expected, ServerCallContext context, int message = 0)
    {
        var compressed = context.GetHttpContext().Items[Key] is MessageFlags flags && flags.Compressed[message];
        if (expected is not null && expected.Value != compressed)
            throw new RpcException(new Status(StatusCode.InvalidArgument, $"The message came {(compressed ? "compressed" : "uncompressed")}."));
    }
}
