using Google.Protobuf;
using Grpc.Core;
using Tests.Echo.V1;

namespace Tsunagu.Tests.StandIns.Soak;

/// <summary>Does each call's effect once, by its number, and echoes.</summary>
sealed class SoakService(SoakHistory history) : Echo.EchoBase
{
    public override async Task<SayReply> Say(SayRequest request, ServerCallContext context)
    {
        await ActAsync(request, context);
        return Reply(request);
    }

    public override async Task<SayReply> Collect(IAsyncStreamReader<SayRequest> requestStream, ServerCallContext context)
    {
        SayRequest? last = null;
        var count = 0;
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            if (last is null)
                await ActAsync(request, context);
            last = request;
            count++;
        }
        return new SayReply { Number = count, Text = last?.Text ?? "" };
    }

    public override async Task Count(SayRequest request, IServerStreamWriter<SayReply> responseStream, ServerCallContext context)
    {
        await ActAsync(request, context);
        for (var number = 0; number < request.Big; number++)
        {
            var reply = Reply(request);
            reply.Number = number;
            await responseStream.WriteAsync(reply, context.CancellationToken);
        }
    }

    public override async Task Chat(IAsyncStreamReader<SayRequest> requestStream, IServerStreamWriter<SayReply> responseStream, ServerCallContext context)
    {
        var count = 0;
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            if (count == 0)
                await ActAsync(request, context);
            var reply = Reply(request);
            reply.Number = count++;
            await responseStream.WriteAsync(reply, context.CancellationToken);
        }
    }

    static SayReply Reply(SayRequest request) => new() { Text = request.Text, Request = new SayRequest { Data = request.Data } };

    Task ActAsync(SayRequest request, ServerCallContext context)
    {
        history.Effect(request.Number);
        return request.Act switch
        {
            "fail" => throw new RpcException(new Status(StatusCode.Aborted, request.Text)),
            "pause" => Task.Delay(5, context.CancellationToken),
            _ => Task.CompletedTask,
        };
    }
}
