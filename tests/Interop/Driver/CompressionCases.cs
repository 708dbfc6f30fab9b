using Grpc.Core;
using Grpc.Testing;
using Tsunagu.Tests.Interop.Wire;

namespace Tsunagu.Tests.Interop.Driver;

/// <summary>Messages that are compressed one by one, as the flags on the wire show.</summary>
static class CompressionCases
{
    static readonly WriteOptions Uncompressed = new(WriteFlags.NoCompress);

    static Metadata Gzip => new() { { "grpc-internal-encoding-request", "gzip" } };

    public static async Task ClientUnaryAsync(TestService.TestServiceClient client)
    {
        await Expect.FailureAsync(StatusCode.InvalidArgument, async () => await client.UnaryCallAsync(Expecting(Requests.Yes())));
        var compressed = await client.UnaryCallAsync(Expecting(Requests.Yes()), Gzip);
        Expect.Zeros(Requests.LargeResponse, compressed.Payload.Body);
        var plain = await client.UnaryCallAsync(Expecting(Requests.No()), new CallOptions(Gzip, writeOptions: Uncompressed));
        Expect.Zeros(Requests.LargeResponse, plain.Payload.Body);
    }

    public static async Task ClientStreamingAsync(TestService.TestServiceClient client)
    {
        using var probe = client.StreamingInputCall();
        await Expect.FailureAsync(StatusCode.InvalidArgument, async () =>
        {
            await probe.RequestStream.WriteAsync(Expecting(Requests.Yes(), 27182));
            await probe.RequestStream.CompleteAsync();
            await probe;
        });

        using var call = client.StreamingInputCall(Gzip);
        await call.RequestStream.WriteAsync(Expecting(Requests.Yes(), 27182));
        call.RequestStream.WriteOptions = Uncompressed;
        await call.RequestStream.WriteAsync(Expecting(Requests.No(), 45904));
        await call.RequestStream.CompleteAsync();
        Expect.Equal(73086, (await call).AggregatedPayloadSize, "aggregated_payload_size");
    }

    public static async Task ServerUnaryAsync(TestService.TestServiceClient client, FlagReadingHandler wire)
    {
        foreach (var asked in new[] { Requests.Yes(), Requests.No() })
        {
            var request = Requests.Large();
            request.ResponseCompressed = asked;
            Expect.Zeros(Requests.LargeResponse, (await client.UnaryCallAsync(request)).Payload.Body);
            Expect.Sequence([asked.Value], wire.Last.Compressed, "compressed flags");
        }
    }

    public static async Task ServerStreamingAsync(TestService.TestServiceClient client, FlagReadingHandler wire)
    {
        using var call = client.StreamingOutputCall(new StreamingOutputCallRequest
        {
            ResponseParameters =
            {
                new ResponseParameters { Size = 31415, Compressed = Requests.Yes() },
                new ResponseParameters { Size = 92653, Compressed = Requests.No() },
            },
        });
        var responses = await call.ResponseStream.ReadAllAsync().ToListAsync();
        Expect.Sequence([31415, 92653], responses.Select(response => response.Payload.Body.Length), "sizes");
        Expect.Sequence([true, false], wire.Last.Compressed, "compressed flags");
    }

    static SimpleRequest Expecting(BoolValue compressed)
    {
        var request = Requests.Large();
        request.ExpectCompressed = compressed;
        return request;
    }

    static StreamingInputCallRequest Expecting(BoolValue compressed, int size) =>
        new() { ExpectCompressed = compressed, Payload = Requests.Zeros(size) };
}
