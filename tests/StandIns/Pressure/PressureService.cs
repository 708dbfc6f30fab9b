using Google.Protobuf;
using Grpc.Core;
using Tests.Echo.V1;

namespace Tsunagu.Tests.StandIns.Pressure;

/// <summary>What a server under pressure remembers.</summary>
sealed class Ledger
{
    int running;
    long sent;
    long received;

    /// <summary>Handlers that have begun and not ended.</summary>
    public int Running => Volatile.Read(ref running);

    public long Sent => Interlocked.Read(ref sent);

    public long Received => Interlocked.Read(ref received);

    public void CountSent(long bytes) => Interlocked.Add(ref sent, bytes);

    public void CountReceived(long bytes) => Interlocked.Add(ref received, bytes);

    public async Task RunAsync(Func<Task> work)
    {
        Interlocked.Increment(ref running);
        try
        {
            await work();
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}

/// <summary>The echo service as a busy server: it counts its handlers, sends much, reads slowly, or waits for its caller to go.</summary>
sealed class PressureService(Ledger ledger) : Echo.EchoBase
{
    public override async Task<SayReply> Say(SayRequest request, ServerCallContext context)
    {
        await ledger.RunAsync(() => ActAsync(request, context));
        return new SayReply { Text = request.Text, Request = new SayRequest { Data = ByteString.CopyFrom(new byte[request.Number]) } };
    }

    public override async Task<SayReply> Collect(IAsyncStreamReader<SayRequest> requestStream, ServerCallContext context)
    {
        var reply = new SayReply();
        await ledger.RunAsync(async () =>
        {
            await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            {
                ledger.CountReceived(request.Data.Length);
                reply.Number++;
                reply.Text = request.Text;
                if (request.Act == "enough")
                    return;
                await ActAsync(request, context);
            }
        });
        return reply;
    }

    public override Task Count(SayRequest request, IServerStreamWriter<SayReply> responseStream, ServerCallContext context) => ledger.RunAsync(async () =>
    {
        var reply = new SayReply { Request = new SayRequest { Data = ByteString.CopyFrom(new byte[request.Big]) } };
        for (reply.Number = 1; reply.Number <= request.Number; reply.Number++)
        {
            // Without a token: what ends the call must end a write that hangs.
            await responseStream.WriteAsync(reply);
            ledger.CountSent(request.Big);
        }
        await ActAsync(request, context);
    });

    public override Task Chat(IAsyncStreamReader<SayRequest> requestStream, IServerStreamWriter<SayReply> responseStream, ServerCallContext context) => ledger.RunAsync(async () =>
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await ActAsync(request, context);
            if (request.Act == "enough")
                return;
            await responseStream.WriteAsync(new SayReply { Text = request.Text, Number = request.Number }, context.CancellationToken);
        }
    });

    static Task ActAsync(SayRequest request, ServerCallContext context) => request.Act switch
    {
        "wait" => Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken),
        "fail" => throw new RpcException(new Status((StatusCode)request.Number, request.Text)),
        "pause" => Task.Delay(request.Number, context.CancellationToken),
        _ => Task.CompletedTask,
    };
}
