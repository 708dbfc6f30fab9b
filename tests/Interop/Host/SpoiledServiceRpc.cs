using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;

namespace Tsunagu.Tests.Interop.Host;

/// <summary>Answers everything a little wrong, which shows that the cases notice.</summary>
sealed class SpoiledServiceRpc : TestService.TestServiceBase
{
    public override Task<Empty> EmptyCall(Empty request, ServerCallContext context) =>
        throw new RpcException(new Status(StatusCode.Aborted, "spoiled"));

    public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context)
    {
        await AnswerHeaders.WriteAsync(context, request.ResponseCompressed?.Value is false, echo: false);
        // One thing at a time: where compression or metadata is asked for, the size is right.
        var tooShort = request.ResponseCompressed is null && !AnswerHeaders.AreAsked(context);
        return new SimpleResponse { Payload = Body(request.ResponseSize - (tooShort ? 1 : 0)) };
    }

    public override async Task<StreamingInputCallResponse> StreamingInputCall(
        IAsyncStreamReader<StreamingInputCallRequest> requestStream, ServerCallContext context)
    {
        var requests = await requestStream.ReadAllAsync(context.CancellationToken).ToListAsync(context.CancellationToken);
        return new StreamingInputCallResponse { AggregatedPayloadSize = requests.Sum(request => request.Payload.Body.Length) + 1 };
    }

    public override async Task StreamingOutputCall(
        StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        // Right in number where compression is asked for, which is what is spoiled then.
        var compression = request.ResponseParameters.Any(response => response.Compressed is not null);
        foreach (var response in compression ? request.ResponseParameters : request.ResponseParameters.SkipLast(1))
            await responseStream.WriteAsync(new StreamingOutputCallResponse { Payload = Body(response.Size) }, context.CancellationToken);
    }

    public override async Task FullDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            await responseStream.WriteAsync(new StreamingOutputCallResponse { Payload = Body(1) }, context.CancellationToken);
        await responseStream.WriteAsync(new StreamingOutputCallResponse(), context.CancellationToken);
    }

    public override Task<Empty> UnimplementedCall(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    static Payload Body(int size) => new() { Body = ByteString.CopyFrom(new byte[Math.Max(0, size)]) };
}

/// <summary>A service that should not be there.</summary>
sealed class SpoiledUnimplementedRpc : UnimplementedService.UnimplementedServiceBase
{
    public override Task<Empty> UnimplementedCall(Empty request, ServerCallContext context) => Task.FromResult(new Empty());
}
