using Google.Protobuf;
using Grpc.Core;
using Tests.Echo.V1;

namespace Tsunagu.Tests.StandIns.Soak;

/// <summary>Makes one call after the other, of every kind and size, and gives some of them up.</summary>
sealed class SoakCaller(Echo.EchoClient client, SoakHistory history, Random random)
{
    static readonly ByteString[] Sizes = [.. ((int[])[0, 10, 100, 1_000, 1_000, 10_000, 10_000, 65_536, 300_000]).Select(size => ByteString.CopyFrom(new byte[size]))];

    // Much longer than any call takes: who meets it has hung.
    static readonly TimeSpan Hung = TimeSpan.FromSeconds(40);

    /// <summary>What it is in the middle of; null when it rests.</summary>
    public string? Doing { get; private set; }

    /// <summary>Makes one call; false when nobody served it.</summary>
    public async Task<bool> CallAsync()
    {
        var id = history.Next();
        using var stop = new CancellationTokenSource();
        var (cancels, hurries, fails) = (random.Next(7) == 0, random.Next(20) == 0, random.Next(25) == 0);
        var options = new CallOptions(
            deadline: DateTime.UtcNow + (hurries ? TimeSpan.FromMilliseconds(random.Next(0, 20)) : Hung), cancellationToken: stop.Token);
        var request = new SayRequest
        {
            Number = id,
            Text = $"{id}",
            Data = Sizes[random.Next(Sizes.Length)],
            Big = random.Next(1, 8),
            Act = fails ? "fail" : random.Next(10) == 0 ? "pause" : "",
        };
        if (cancels)
            stop.CancelAfter(random.Next(0, 20));
        var kind = random.Next(4);
        Doing = $"call {id} of kind {kind}, cancels {cancels}, hurries {hurries}, {request.Data.Length} bytes";
        var status = await EndAsync(kind, request, options, id);
        Doing = null;
        history.End(id, status.StatusCode);
        var expected = status.StatusCode switch
        {
            StatusCode.OK => !fails,
            StatusCode.Aborted => fails,
            StatusCode.Cancelled => cancels,
            StatusCode.DeadlineExceeded => hurries,
            StatusCode.Unavailable => true,
            _ => false,
        };
        if (!expected)
            history.Surprise(id, status.ToString());
        return status.StatusCode != StatusCode.Unavailable;
    }

    async Task<Status> EndAsync(int kind, SayRequest request, CallOptions options, int id)
    {
        try
        {
            await (kind switch { 0 => SayAsync(request, options), 1 => CollectAsync(request, options), 2 => CountAsync(request, options), _ => ChatAsync(request, options) });
            return Status.DefaultSuccess;
        }
        catch (RpcException failure)
        {
            return failure.Status;
        }
        catch (InvalidDataException wrong)
        {
            history.Surprise(id, wrong.Message);
            return Status.DefaultSuccess;
        }
    }

    async Task SayAsync(SayRequest request, CallOptions options)
    {
        using var call = client.SayAsync(request, options);
        Check(await call, request, 0);
    }

    async Task CollectAsync(SayRequest request, CallOptions options)
    {
        using var call = client.Collect(options);
        for (var number = 0; number < request.Big; number++)
            await call.RequestStream.WriteAsync(request);
        await call.RequestStream.CompleteAsync();
        var reply = await call;
        if (reply.Number != request.Big || reply.Text != request.Text)
            throw new InvalidDataException($"collected {reply.Number} of {request.Big}");
    }

    async Task CountAsync(SayRequest request, CallOptions options)
    {
        using var call = client.Count(request, options);
        await ReadAsync(call.ResponseStream, request);
    }

    async Task ChatAsync(SayRequest request, CallOptions options)
    {
        using var call = client.Chat(options);
        var doing = Doing;
        var reading = ReadAsync(call.ResponseStream, request);
        try
        {
            for (var number = 0; number < request.Big; number++)
                await call.RequestStream.WriteAsync(request);
            Doing = $"{doing}, all written";
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // The reader says how the call ended.
        }
        Doing = $"{doing}, reading {call.ResponseHeadersAsync.Status}";
        await reading;
    }

    static async Task ReadAsync(IAsyncStreamReader<SayReply> replies, SayRequest request)
    {
        var number = 0;
        for (; await replies.MoveNext(CancellationToken.None); number++)
            Check(replies.Current, request, number);
        if (number != request.Big)
            throw new InvalidDataException($"{number} of {request.Big} replies");
    }

    static void Check(SayReply reply, SayRequest request, int number)
    {
        if (reply.Text != request.Text || reply.Number != number || reply.Request.Data.Length != request.Data.Length)
            throw new InvalidDataException($"got {reply.Text}/{reply.Number}/{reply.Request.Data.Length} for {request.Text}/{number}/{request.Data.Length}");
    }
}
