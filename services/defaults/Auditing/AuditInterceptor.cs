using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Tsunagu.ServiceDefaults.Access;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>
/// Sees that every audited call leaves its mark: an answer in the transaction that gave it, a refusal on its own. An answer
/// without a mark is held back, because it means that a handler went around the unit of work.
/// </summary>
sealed class AuditInterceptor(AccessCatalog catalog, ServiceName service, TimeProvider clock, RefusalRecorder refusals) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var trail = Begin(context);
        trail.Request = request as IMessage;
        TResponse? response = null;
        await RunAsync(trail, context, async () => response = await continuation(request, context));
        return response!;
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var trail = Begin(context);
        TResponse? response = null;
        await RunAsync(trail, context, async () => response = await continuation(new FirstRequest<TRequest>(requestStream, trail), context));
        return response!;
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var trail = Begin(context);
        trail.Request = request as IMessage;
        return RunAsync(trail, context, () => continuation(request, responseStream, context));
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var trail = Begin(context);
        return RunAsync(trail, context, () => continuation(new FirstRequest<TRequest>(requestStream, trail), responseStream, context));
    }

    AuditTrail Begin(ServerCallContext context) => AuditTrail.Begin(context, catalog.Find(context.Method), service, clock);

    async Task RunAsync(AuditTrail trail, ServerCallContext context, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception e) when (trail is { Audited: true, Written: false })
        {
            await refusals.RecordAsync(trail, context, e);
            throw;
        }

        if (trail is { Audited: true, Written: false })
            throw new InvalidOperationException($"{context.Method} answered without a mark in the audit.");
    }

    sealed class FirstRequest<T>(IAsyncStreamReader<T> requests, AuditTrail trail) : IAsyncStreamReader<T>
    {
        public T Current => requests.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            var more = await requests.MoveNext(cancellationToken);
            if (more)
                trail.Request ??= requests.Current as IMessage;
            return more;
        }
    }
}
