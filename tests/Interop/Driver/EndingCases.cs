using Grpc.Core;
using Grpc.Testing;

namespace Tsunagu.Tests.Interop.Driver;

/// <summary>Calls that end otherwise than by an answer.</summary>
static class EndingCases
{
    const string PlainMessage = "test status message";
    const string SpecialMessage = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n";

    public static async Task CancelAfterBeginAsync(TestService.TestServiceClient client)
    {
        using var cancellation = new CancellationTokenSource();
        using var call = client.StreamingInputCall(cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        await Expect.FailureAsync(StatusCode.Cancelled, async () => await call);
        Expect.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode, "status of the call");
    }

    public static async Task CancelAfterFirstResponseAsync(TestService.TestServiceClient client)
    {
        using var cancellation = new CancellationTokenSource();
        using var call = client.FullDuplexCall(cancellationToken: cancellation.Token);
        await call.RequestStream.WriteAsync(Requests.Output(31415, 27182));
        Expect.Equal(true, await call.ResponseStream.MoveNext(default), "a reply");
        Expect.Equal(31415, call.ResponseStream.Current.Payload.Body.Length, "size");
        await cancellation.CancelAsync();
        await Expect.FailureAsync(StatusCode.Cancelled, () => call.ResponseStream.MoveNext(default));
        Expect.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode, "status of the call");
    }

    public static async Task TimeoutOnSleepingServerAsync(TestService.TestServiceClient client)
    {
        using var call = client.FullDuplexCall(deadline: DateTime.UtcNow.AddMilliseconds(1));
        var sent = SendAsync(call.RequestStream);
        await Expect.FailureAsync(StatusCode.DeadlineExceeded, () => call.ResponseStream.MoveNext(default));
        Expect.Equal(true, await sent is null or RpcException or OperationCanceledException, "a write that the deadline ends");
    }

    public static async Task StatusCodeAndMessageAsync(TestService.TestServiceClient client)
    {
        await UnaryStatusAsync(client, PlainMessage);
        using var call = client.FullDuplexCall();
        await call.RequestStream.WriteAsync(new StreamingOutputCallRequest { ResponseStatus = Unknown(PlainMessage) });
        await call.RequestStream.CompleteAsync();
        var status = await Expect.FailureAsync(StatusCode.Unknown, () => call.ResponseStream.MoveNext(default));
        Expect.Equal(PlainMessage, status.Detail, "message");
    }

    public static Task SpecialStatusMessageAsync(TestService.TestServiceClient client) => UnaryStatusAsync(client, SpecialMessage);

    public static Task UnimplementedMethodAsync(TestService.TestServiceClient client) =>
        Expect.FailureAsync(StatusCode.Unimplemented, async () => await client.UnimplementedCallAsync(new Empty()));

    public static Task UnimplementedServiceAsync(ChannelBase channel) =>
        Expect.FailureAsync(StatusCode.Unimplemented, async () =>
            await new UnimplementedService.UnimplementedServiceClient(channel).UnimplementedCallAsync(new Empty()));

    static async Task UnaryStatusAsync(TestService.TestServiceClient client, string message)
    {
        var status = await Expect.FailureAsync(
            StatusCode.Unknown, async () => await client.UnaryCallAsync(new SimpleRequest { ResponseStatus = Unknown(message) }));
        Expect.Equal(message, status.Detail, "message");
    }

    static async Task<Exception?> SendAsync(IClientStreamWriter<StreamingOutputCallRequest> requests)
    {
        try
        {
            await requests.WriteAsync(new StreamingOutputCallRequest { Payload = Requests.Zeros(27182) });
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    static EchoStatus Unknown(string message) => new() { Code = (int)StatusCode.Unknown, Message = message };
}
