using Grpc.Core;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

sealed partial class JsonServerCall<TRequest, TResponse>
{
    sealed class LineWriter(JsonServerCall<TRequest, TResponse> call) : IServerStreamWriter<TResponse>
    {
        public WriteOptions? WriteOptions
        {
            get => call.WriteOptionsCore;
            set => call.WriteOptionsCore = value;
        }

        public Task WriteAsync(TResponse message) => WriteAsync(message, CancellationToken.None);

        public Task WriteAsync(TResponse message, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(message);
            cancellationToken.ThrowIfCancellationRequested();
            call.CancellationTokenCore.ThrowIfCancellationRequested();
            return call.WriteAsync(message, newLine: true, cancellationToken);
        }
    }
}
