using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;
using Tsunagu.ServiceDefaults.Hosting;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Errors;

/// <summary>Outermost interceptor: whatever leaves a handler becomes a status that a caller may see.</summary>
sealed class ErrorInterceptor(TimeProvider clock, ILogger<ErrorInterceptor> log) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception e)
        {
            throw Answer(e, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(requestStream, context);
        }
        catch (Exception e)
        {
            throw Answer(e, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception e)
        {
            throw Answer(e, context);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception e)
        {
            throw Answer(e, context);
        }
    }

    RpcException Answer(Exception exception, ServerCallContext context)
    {
        var cancelled = context.CancellationToken.IsCancellationRequested;
        var late = cancelled && context.Deadline <= clock.GetUtcNow().UtcDateTime;
        // Whatever the handler was doing, it was broken off by the stop; the caller may come back.
        if (cancelled && !late && exception is not Refusal && context.GetHttpContext().Features.Get<DrainedCall>() is { IsEndedByStop: true })
            exception = DrainInterceptor.Stopping();
        var answer = ErrorMapping.Map(exception, cancelled, late);
        Activity.Current?.SetTag("rpc.grpc.status_code", (int)answer.StatusCode);
        if (answer.StatusCode is StatusCode.Internal or StatusCode.Unavailable or StatusCode.DeadlineExceeded)
            Activity.Current?.SetStatus(ActivityStatusCode.Error, answer.StatusCode.ToString());
        if (answer.StatusCode == StatusCode.Internal)
            log.CallFailed(context.Method, exception);
        else if (answer.StatusCode == StatusCode.Unavailable)
            log.CallUnavailable(context.Method, exception.GetType().Name);
        return answer;
    }
}
