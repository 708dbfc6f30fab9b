using Google.Protobuf;
using Grpc.Core;
using Tests.Echo.V1;

namespace Tsunagu.Tests.StandIns;

sealed class EchoService : Echo.EchoBase
{
    public override async Task<SayReply> Say(SayRequest request, ServerCallContext context)
    {
        await ActAsync(request, context);
        return Reply(request);
    }

    public override async Task<SayReply> Collect(IAsyncStreamReader<SayRequest> requestStream, ServerCallContext context)
    {
        var reply = new SayReply();
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await ActAsync(request, context);
            reply.Words.Add(request.Text);
            reply.Number += request.Number;
        }
        return reply;
    }

    public override async Task Count(SayRequest request, IServerStreamWriter<SayReply> responseStream, ServerCallContext context)
    {
        for (var number = 1; number <= request.Number; number++)
            await responseStream.WriteAsync(new SayReply { Number = number, Text = request.Text }, context.CancellationToken);
        await ActAsync(request, context);
    }

    public override async Task Chat(
        IAsyncStreamReader<SayRequest> requestStream, IServerStreamWriter<SayReply> responseStream, ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await ActAsync(request, context);
            await responseStream.WriteAsync(Reply(request));
        }
    }

    static SayReply Reply(SayRequest request) => new() { Text = request.Text, Number = request.Number, Request = request, Words = { request.Words }, Mood = request.Mood };

    static async Task ActAsync(SayRequest request, ServerCallContext context)
    {
        switch (request.Act)
        {
            case "fail":
                throw new RpcException(new Status((StatusCode)request.Number, request.Text), new Metadata
                {
                    { "reason", "asked" }, { "proof-bin", [1, 2, 255] },
                });
            case "throw":
                throw new InvalidOperationException("secret detail");
            case "wait":
                await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
                break;
            case "hang":
                // Does not look at the token: the deadline must end the call all the same.
                await Task.Delay(TimeSpan.FromSeconds(6), CancellationToken.None);
                break;
            case "headers":
                foreach (var entry in context.RequestHeaders)
                    context.ResponseTrailers.Add(entry.IsBinary ? new Metadata.Entry($"got-{entry.Key}", entry.ValueBytes) : new Metadata.Entry($"got-{entry.Key}", entry.Value));
                await context.WriteResponseHeadersAsync(new Metadata { { "early", "yes" } });
                break;
            case "fill":
                request.Data = ByteString.CopyFrom(new byte[request.Number]);
                break;
        }
    }
}
