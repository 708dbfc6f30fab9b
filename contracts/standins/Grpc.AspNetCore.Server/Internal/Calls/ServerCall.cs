using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Internal.Calls;

/// <summary>A call with its messages.</summary>
abstract class ServerCall<TRequest, TResponse>(HttpContext http, IMethod method, MethodOptions options, ILogger log)
    : HttpServerCall(http, method, options, log)
    where TRequest : class
    where TResponse : class
{
    /// <summary>Requests of a stream.</summary>
    internal abstract IAsyncStreamReader<TRequest> Requests { get; }

    /// <summary>Responses of a stream.</summary>
    internal abstract IServerStreamWriter<TResponse> Responses { get; }

    /// <summary>The one request.</summary>
    internal abstract ValueTask<TRequest> ReadRequestAsync();

    /// <summary>The one response.</summary>
    internal abstract ValueTask WriteResponseAsync(TResponse response);
}
