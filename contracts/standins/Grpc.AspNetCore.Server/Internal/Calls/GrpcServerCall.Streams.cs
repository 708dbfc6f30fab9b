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

        public async Task WriteAsync(TResponse message, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(message);
            cancellationToken.ThrowIfCancellationRequested();
            var ended = call.CancellationTokenCore;
            ended.ThrowIfCancellationRequested();
            using var either = cancellationToken.CanBeCanceled && cancellationToken != ended
                ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ended)
                : null;
            if (!await call.gate.WaitAsync(TimeSpan.Zero, CancellationToken.None))
                throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
            try
            {
                call.Put(message, WriteOptions);
                if (WriteOptions?.Flags.HasFlag(WriteFlags.BufferHint) is true)
                    return;
                var result = await call.Http.Response.BodyWriter.FlushAsync(either?.Token ?? ended);
                // The reader is gone; who goes on writing learns it by the token.
                if (result.IsCanceled || result.IsCompleted)
                    throw new OperationCanceledException("The caller has ended the call.");
            }
            finally
            {
                call.gate.Release();
            }
        }
    }
}
