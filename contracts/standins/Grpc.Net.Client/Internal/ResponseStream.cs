using System.Net.Http;
using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>Responses that arrive one by one.</summary>
sealed class ResponseStream<TRequest, TResponse>(HttpClientCall<TRequest, TResponse> call, HttpContent content) : IAsyncStreamReader<TResponse>
    where TRequest : class
    where TResponse : class
{
    readonly Task started = call.StartAsync(content);
    TResponse? current;

    public TResponse Current => current ?? throw new InvalidOperationException("No current message: call MoveNext first.");

    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        // What has arrived already needs no state machine.
        if (cancellationToken.CanBeCanceled || !started.IsCompletedSuccessfully || call.IsEnded)
            return MoveAsync(null, cancellationToken);
        var reading = call.ReadAsync();
        if (!reading.IsCompletedSuccessfully || reading.Result is not { } message)
            return MoveAsync(reading, cancellationToken);
        current = message;
        return Task.FromResult(true);
    }

    async Task<bool> MoveAsync(ValueTask<TResponse?>? reading, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var cancellation = cancellationToken.UnsafeRegister(static call => ((ClientCall)call!).StopByClient(), call);
        await started.ConfigureAwait(false);
        current = null;
        try
        {
            current = reading is { } read ? await read.ConfigureAwait(false) : call.IsEnded ? null : await call.ReadAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not InvalidOperationException || call.IsEnded)
        {
            throw call.Fail(exception);
        }
        if (current is not null)
            return true;
        return call.GetStatus().StatusCode == StatusCode.OK ? false : throw call.ErrorOf(call.GetStatus());
    }
}
