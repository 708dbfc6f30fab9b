using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Tsunagu.Tests.Benchmarks.Wire.V1;

namespace Tsunagu.Tests.Benchmarks.Wire;

/// <summary>Our side: the generated client over a channel.</summary>
sealed class GrpcSide : IDisposable
{
    readonly GrpcChannel channel;
    readonly Echo.EchoClient client;
    readonly Payload payload;
    readonly Metadata? headers;

    public GrpcSide(Uri server, int size, string? token)
    {
        channel = GrpcChannel.ForAddress(server, new GrpcChannelOptions { HttpHandler = Transport.NewHandler(), DisposeHttpClient = true });
        client = new Echo.EchoClient(channel);
        payload = new Payload { Data = ByteString.CopyFrom(new byte[size]) };
        headers = token is null ? null : new Metadata { { "authorization", $"Bearer {token}" } };
    }

    public async Task<int> SayAsync()
    {
        var reply = await client.SayAsync(payload, headers);
        return reply.Data.Length == payload.Data.Length ? 1 : throw new InvalidOperationException("Another payload came back.");
    }

    public async Task<int> PourAsync(int count)
    {
        using var call = client.Pour(new PourRequest { Count = count, Data = payload.Data }, headers);
        var received = 0;
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            received++;
        return received == count ? count : throw new InvalidOperationException($"Received {received} of {count} messages.");
    }

    public void Dispose() => channel.Dispose();
}
