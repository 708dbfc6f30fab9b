using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;

namespace Tsunagu.Tests.Interop.Host;

/// <summary>The server of the interoperability cases; <c>UnimplementedCall</c> is left to the generated base.</summary>
sealed class TestServiceRpc : TestService.TestServiceBase
{
    public override Task<Empty> EmptyCall(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context)
    {
        RequestFlags.Require(request.ExpectCompressed, context);
        await AnswerHeaders.WriteAsync(context, request.ResponseCompressed?.Value is true);
        ThrowIfAsked(request.ResponseStatus);
        context.WriteOptions = Options(request.ResponseCompressed);
        return new SimpleResponse { Payload = Zeros(request.ResponseSize) };
    }

    public override async Task<StreamingInputCallResponse> StreamingInputCall(
        IAsyncStreamReader<StreamingInputCallRequest> requestStream, ServerCallContext context)
    {
        var (messages, bytes) = (0, 0);
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            RequestFlags.Require(request.ExpectCompressed, context, messages++);
            bytes += request.Payload.Body.Length;
        }
        return new StreamingInputCallResponse { AggregatedPayloadSize = bytes };
    }

    public override async Task StreamingOutputCall(
        StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await AnswerHeaders.WriteAsync(context, request.ResponseParameters.Any(response => response.Compressed?.Value is true));
        await AnswerAsync(request, responseStream, context);
    }

    public override async Task FullDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await AnswerHeaders.WriteAsync(context, compressed: false);
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            await AnswerAsync(request, responseStream, context);
    }

    public override async Task HalfDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await AnswerHeaders.WriteAsync(context, compressed: false);
        foreach (var request in await requestStream.ReadAllAsync(context.CancellationToken).ToListAsync(context.CancellationToken))
            await AnswerAsync(request, responseStream, context);
    }

    static async Task AnswerAsync(
        StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        ThrowIfAsked(request.ResponseStatus);
        foreach (var response in request.ResponseParameters)
        {
            await Task.Delay(TimeSpan.FromMicroseconds(response.IntervalUs), context.CancellationToken);
            responseStream.WriteOptions = Options(response.Compressed);
            await responseStream.WriteAsync(new StreamingOutputCallResponse { Payload = Zeros(response.Size) }, context.CancellationToken);
        }
    }

    static void ThrowIfAsked(EchoStatus? status)
    {
        if (status is not null && status.Code != 0)
            throw new RpcException(new Status((StatusCode)status.Code, status.Message));
    }

    static WriteOptions? Options(BoolValue? compressed) => compressed?.Value is false ? new WriteOptions(WriteFlags.NoCompress) : null;

    static Payload Zeros(int size) => new() { Body = ByteString.CopyFrom(new byte[size]) };
}
