using System.Diagnostics;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Tsunagu.ServiceDefaults.Hosting;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Errors;

/// <summary>Outermost interceptor: whatever leaves a handler becomes a status that a caller may see.</summary>
sealed class ErrorInterceptor(TimeProvider clock, ILogger<ErrorInterceptor> log) : CallInterceptor
{
    protected override async Task AroundAsync(ServerCallContext context, Func<Task> call)
    {
        try
        {
            await call();
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
