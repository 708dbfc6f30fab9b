using Grpc.Core;
using Grpc.Testing;

namespace Tsunagu.Tests.Interop.Driver;

/// <summary>Messages there and back, in every kind of call.</summary>
static class MessageCases
{
    static readonly (int Request, int Response)[] Turns = [(27182, 31415), (8, 9), (1828, 2653), (45904, 58979)];

    public static async Task EmptyUnaryAsync(TestService.TestServiceClient client) =>
        Expect.Equal(new Empty(), await client.EmptyCallAsync(new Empty()), "response");

    public static async Task LargeUnaryAsync(TestService.TestServiceClient client) =>
        Expect.Zeros(Requests.LargeResponse, (await client.UnaryCallAsync(Requests.Large())).Payload.Body);

    public static async Task ClientStreamingAsync(TestService.TestServiceClient client)
    {
        using var call = client.StreamingInputCall();
        foreach (var (size, _) in Turns)
            await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = Requests.Zeros(size) });
        await call.RequestStream.CompleteAsync();
        Expect.Equal(74922, (await call).AggregatedPayloadSize, "aggregated_payload_size");
    }

    public static async Task ServerStreamingAsync(TestService.TestServiceClient client)
    {
        var sizes = Turns.Select(turn => turn.Response).ToArray();
        using var call = client.StreamingOutputCall(
            new StreamingOutputCallRequest { ResponseParameters = { sizes.Select(size => new ResponseParameters { Size = size }) } });
        var responses = await call.ResponseStream.ReadAllAsync().ToListAsync();
        Expect.Sequence(sizes, responses.Select(response => response.Payload.Body.Length), "sizes");
    }

    public static async Task PingPongAsync(TestService.TestServiceClient client)
    {
        using var call = client.FullDuplexCall();
        foreach (var (request, response) in Turns)
        {
            await call.RequestStream.WriteAsync(Requests.Output(response, request));
            Expect.Equal(true, await call.ResponseStream.MoveNext(default), "a reply to each request");
            Expect.Equal(response, call.ResponseStream.Current.Payload.Body.Length, "size");
        }
        await call.RequestStream.CompleteAsync();
        Expect.Equal(false, await call.ResponseStream.MoveNext(default), "a reply after the last");
        Expect.Equal(StatusCode.OK, call.GetStatus().StatusCode, "status");
    }

    public static async Task EmptyStreamAsync(TestService.TestServiceClient client)
    {
        using var call = client.FullDuplexCall();
        await call.RequestStream.CompleteAsync();
        Expect.Equal(false, await call.ResponseStream.MoveNext(default), "a reply");
        Expect.Equal(StatusCode.OK, call.GetStatus().StatusCode, "status");
    }
}
