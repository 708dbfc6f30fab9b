using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Shared;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>A call that an HTTP request carries, in whatever form.</summary>
abstract class HttpServerCall(HttpContext http, IMethod method, MethodOptions options, ILogger log) : ServerCallContext, IServerCallContextFeature
{
    static readonly AuthContext NotAuthenticated = new(null, []);

    Metadata? requestHeaders;
    Metadata? responseTrailers;

    ServerCallContext IServerCallContextFeature.ServerCallContext => this;

    internal HttpContext Http => http;

    internal MethodOptions Options => options;

    protected ILogger Log => log;

    protected override string MethodCore => method.FullName;

    protected override string HostCore => http.Request.Host.Value ?? "";

    protected override string PeerCore => http.Connection.RemoteIpAddress switch
    {
        { AddressFamily: AddressFamily.InterNetwork } address => $"ipv4:{address}:{http.Connection.RemotePort}",
        { AddressFamily: AddressFamily.InterNetworkV6 } address => $"ipv6:{new IPEndPoint(address, http.Connection.RemotePort)}",
        _ => "unknown",
    };

    protected override DateTime DeadlineCore => DateTime.MaxValue;

    protected override Metadata RequestHeadersCore => requestHeaders ??= ReadHeaders();

    protected override CancellationToken CancellationTokenCore => http.RequestAborted;

    protected override Metadata ResponseTrailersCore => responseTrailers ??= [];

    protected bool HasTrailers => responseTrailers is { Count: > 0 };

    protected override Status StatusCore { get; set; } = Status.DefaultSuccess;

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => NotAuthenticated;

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        new CallPropagationToken(this, options ?? ContextPropagationOptions.Default);

    /// <summary>Takes status and trailers from what the handler threw.</summary>
    protected void Fail(Exception exception)
    {
        StatusCore = StatusOf(exception);
        if (exception is RpcException { Trailers.Count: > 0 } failure && !ReferenceEquals(failure.Trailers, responseTrailers))
        {
            foreach (var entry in failure.Trailers)
                ResponseTrailersCore.Add(entry);
        }
    }

    protected virtual Status StatusOf(Exception exception)
    {
        switch (exception)
        {
            case RpcException failure:
                log.Failed(failure.StatusCode, method.FullName);
                return failure.Status;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return new Status(StatusCode.ResourceExhausted, "Request body is too large.", exception);
            case BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } malformed:
                log.Failed(StatusCode.Internal, method.FullName);
                return new Status(StatusCode.Internal, malformed.Message, exception);
            case OperationCanceledException or IOException or ConnectionAbortedException when http.RequestAborted.IsCancellationRequested:
                log.Cancelled(method.FullName);
                return new Status(StatusCode.Cancelled, "The call was cancelled by the caller.", exception);
            default:
                log.Threw(exception, method.FullName);
                return new Status(StatusCode.Unknown, options.DetailedErrors
                    ? $"Exception was thrown by handler. {exception.GetType().Name}: {exception.Message}"
                    : "Exception was thrown by handler.", exception);
        }
    }

    /// <summary>Marks the span of the request with what the call was and how it ended.</summary>
    protected void TagActivity()
    {
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } activity)
            return;
        activity.SetTag("grpc.method", method.FullName);
        activity.SetTag("grpc.status_code", ((int)StatusCore.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    Metadata ReadHeaders()
    {
        var headers = new Metadata();
        foreach (var (name, values) in http.Request.Headers)
        {
            if (!ProtocolHeaders.IsMetadata(name))
                continue;
            foreach (var value in values)
                Add(headers, name, value ?? "");
        }
        return headers;
    }

    static void Add(Metadata headers, string name, string value)
    {
        try
        {
            MetadataText.Add(headers, name, value);
        }
        catch (FormatException exception)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, $"Header '{name}' is not Base64.", exception));
        }
    }
}
