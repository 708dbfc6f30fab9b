using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Directory;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>
/// Innermost: shows of an answer what was decided about its row, for all four kinds of call alike. An answer of a method that grants may
/// open is held back when nothing was decided, because it means that a handler went around the decision.
/// </summary>
sealed class RowInterceptor(AccessCatalog catalog, StaffDirectory directory, TimeProvider clock) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var trail = Begin(context);
        return Show(await continuation(request, context), trail, context);
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var trail = Begin(context);
        return Show(await continuation(requestStream, context), trail, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(request, new Shown<TResponse>(responseStream, Begin(context), context), context);

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(requestStream, new Shown<TResponse>(responseStream, Begin(context), context), context);

    RowTrail Begin(ServerCallContext context) => RowTrail.Begin(context, catalog.Find(context.Method), directory, clock);

    static TResponse Show<TResponse>(TResponse response, RowTrail trail, ServerCallContext context)
    {
        if (trail is { Rule: RowRule.OwnOrGranted, Verdict: not { Shows: true } })
            throw new InvalidOperationException($"{context.Method} answered without a decision about its row.");
        if (trail.Verdict is { Outcome: RowOutcome.Mask } verdict)
            ItemMask.Apply((IMessage)(object)response!, verdict.Items);
        return response;
    }

    sealed class Shown<T>(IServerStreamWriter<T> responses, RowTrail trail, ServerCallContext context) : IServerStreamWriter<T>
    {
        public WriteOptions? WriteOptions
        {
            get => responses.WriteOptions;
            set => responses.WriteOptions = value;
        }

        public Task WriteAsync(T message) => responses.WriteAsync(Show(message, trail, context));

        public Task WriteAsync(T message, CancellationToken cancellationToken) =>
            responses.WriteAsync(Show(message, trail, context), cancellationToken);
    }
}
