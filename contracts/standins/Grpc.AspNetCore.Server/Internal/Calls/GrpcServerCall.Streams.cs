using System.IO.Pipelines;
using System.Runtime.ExceptionServices;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal.Calls;

sealed partial class GrpcServerCall<TRequest, TResponse>
{
    sealed class RequestStream(GrpcServerCall<TRequest, TResponse> call) : IAsyncStreamReader<TRequest>
    {
        TRequest? current;

        public TRequest Current => current ?? throw new InvalidOperationException("No current message: call MoveNext first.");

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            if (call.requestEnded)
                return false;
            if (call.ended)
                throw new InvalidOperationException("Can't read messages after the request is complete.");
            using var linked = cancellationToken.CanBeCanceled
                ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, call.CancellationTokenCore)
                : null;
            current = await call.reader.ReadAsync(
                call.method.Method.RequestMarshaller.ContextualDeserializer, linked?.Token ?? call.CancellationTokenCore);
            call.requestEnded = current is null;
            if (!call.requestEnded)
                ServerEvents.Log.MessageReceived();
            return !call.requestEnded;
        }
    }

    sealed class ResponseStream(GrpcServerCall<TRequest, TResponse> call) : IServerStreamWriter<TResponse>
    {
        public WriteOptions? WriteOptions
        {
            get => call.WriteOptionsCore;
            set => call.WriteOptionsCore = value;
        }

        public Task WriteAsync(TResponse message) => WriteAsync(message, CancellationToken.None);

        public Task WriteAsync(TResponse message, CancellationToken cancellationToken)
        {
            try
            {
                ArgumentNullException.ThrowIfNull(message);
                cancellationToken.ThrowIfCancellationRequested();
                call.CancellationTokenCore.ThrowIfCancellationRequested();
                if (!call.gate.TryEnter())
                    throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
            }
            catch (Exception exception)
            {
                return FailedAsync(exception);
            }
            var ended = call.CancellationTokenCore;
            return cancellationToken.CanBeCanceled && cancellationToken != ended
                ? SendUntilEitherAsync(message, cancellationToken, ended)
                : SendAsync(message, ended);
        }

        async Task SendUntilEitherAsync(TResponse message, CancellationToken cancellationToken, CancellationToken ended)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ended);
            await SendAsync(message, either.Token);
        }

        // Most writes find room in the buffer: no state machine then.
        Task SendAsync(TResponse message, CancellationToken cancellationToken)
        {
            var flushing = default(ValueTask<FlushResult>);
            try
            {
                call.Put(message, WriteOptions);
                if (WriteOptions?.Flags.HasFlag(WriteFlags.BufferHint) is not true)
                    flushing = call.Http.Response.BodyWriter.FlushAsync(cancellationToken);
            }
            catch (Exception exception)
            {
                call.gate.Leave();
                return FailedAsync(exception);
            }
            if (!flushing.IsCompletedSuccessfully)
                return FlushedAsync(flushing);
            call.gate.Leave();
            return flushing.Result is { IsCanceled: false, IsCompleted: false } ? Task.CompletedTask : FailedAsync(ReaderGone());
        }

        async Task FlushedAsync(ValueTask<FlushResult> flushing)
        {
            try
            {
                if (await flushing is { IsCanceled: true } or { IsCompleted: true })
                    throw ReaderGone();
            }
            finally
            {
                call.gate.Leave();
            }
        }

        // The caller sees the failure where it awaits, cancelled or faulted as the exception has it.
        static async Task FailedAsync(Exception exception)
        {
            await Task.CompletedTask;
            ExceptionDispatchInfo.Throw(exception);
        }

        // Who goes on writing learns it by the token.
        static OperationCanceledException ReaderGone() => new("The caller has ended the call.");
    }
}
