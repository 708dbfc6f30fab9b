using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Tsunagu.ServiceDefaults.Clients;

/// <summary>A call with a single answer that is made again while the other side is UNAVAILABLE, within its deadline.</summary>
sealed class RetryingCall<TRequest, TResponse>(
    TRequest request,
    ClientInterceptorContext<TRequest, TResponse> context,
    Interceptor.AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    where TRequest : class
    where TResponse : class
{
    const int Attempts = 4;
    readonly TaskCompletionSource<Metadata> headers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    AsyncUnaryCall<TResponse> current = null!;

    public AsyncUnaryCall<TResponse> Start(TimeProvider clock)
    {
        current = continuation(request, context);
        var response = RunAsync(clock);
        return new(response, headers.Task, () => current.GetStatus(), () => current.GetTrailers(), () => current.Dispose());
    }

    async Task<TResponse> RunAsync(TimeProvider clock)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var response = await current.ResponseAsync;
                headers.TrySetResult(await current.ResponseHeadersAsync);
                return response;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable && attempt < Attempts && HasTime(clock, attempt))
            {
                await Task.Delay(Pause(attempt), clock, context.Options.CancellationToken);
                current.Dispose();
                current = continuation(request, context);
            }
            catch (Exception)
            {
                headers.TrySetResult([]);
                throw;
            }
        }
    }

    bool HasTime(TimeProvider clock, int attempt) =>
        context.Options.Deadline is not { } until || clock.GetUtcNow().UtcDateTime + (Longest(attempt) * 2) < until;

    // Full jitter: callers that failed together do not come back together.
    static TimeSpan Pause(int attempt) => Longest(attempt) * (0.5 + (Random.Shared.NextDouble() / 2));

    static TimeSpan Longest(int attempt) => TimeSpan.FromMilliseconds(100 * Math.Pow(3, attempt - 1));
}
