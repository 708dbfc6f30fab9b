using Grpc.Core;

namespace Tsunagu.Tests.StandIns.Web;

/// <summary>What became of the calls at the service.</summary>
sealed class CallJournal
{
    /// <summary>Done when a call's token said that its caller left.</summary>
    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal sealed class Interceptor(CallJournal journal) : Grpc.Core.Interceptors.Interceptor
    {
        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            context.CancellationToken.Register(() => journal.Cancelled.TrySetResult());
            return continuation(request, responseStream, context);
        }
    }
}
