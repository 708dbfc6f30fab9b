using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Net.Client;
using Tests.Echo.V1;
using Xunit;

namespace Tsunagu.Tests.StandIns.Clients;

/// <summary>A server that refuses a call resets its request body, and a write may break before the refusal is read: the refusal is what the writer hears.</summary>
public sealed class EarlyAnswerTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MethodType.ClientStreaming)]
    [InlineData(MethodType.DuplexStreaming)]
    public async Task Refused_WhileWriting_TellsTheRefusal(MethodType kind)
    {
        using var channel = GrpcChannel.ForAddress("http://refusing.test", new GrpcChannelOptions { HttpHandler = new Refusing() });

        var refused = await Assert.ThrowsAsync<RpcException>(
            () => new Echo.EchoClient(channel).SayAsync(kind, ["a"], new CallOptions(cancellationToken: Stop)));

        Assert.Equal((StatusCode.Unimplemented, "no such method"), (refused.StatusCode, refused.Status.Detail));
    }

    /// <summary>Breaks the body off first and answers a moment later, which on a real connection happens the one time or the other.</summary>
    sealed class Refusing : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = new Breaking();
            _ = request.Content!.CopyToAsync(body, cancellationToken);
            await body.Broken;
            await Task.Delay(50, cancellationToken);
            var answer = new HttpResponseMessage(HttpStatusCode.OK) { Version = HttpVersion.Version20, RequestMessage = request, Content = new ByteArrayContent([]) };
            answer.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
            answer.Headers.Add("grpc-status", "12");
            answer.Headers.Add("grpc-message", "no such method");
            return answer;
        }
    }

    /// <summary>Takes the head and no message.</summary>
    sealed class Breaking : MemoryStream
    {
        readonly TaskCompletionSource broken = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Broken => broken.Task;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            broken.TrySetResult();
            throw new OperationCanceledException();
        }
    }
}
