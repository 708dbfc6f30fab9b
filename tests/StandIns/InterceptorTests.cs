using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Tests.Echo.V1;
using Xunit;

namespace Tsunagu.Tests.StandIns;

public sealed class InterceptorTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Say")]
    [InlineData("Collect")]
    [InlineData("Count")]
    [InlineData("Chat")]
    public async Task ServerInterceptors_RunInOrder_GlobalBeforeServiceAroundTheHandler(string method)
    {
        var trail = new Trail();
        await using var host = await EchoHost.StartAsync(
            options =>
            {
                options.Interceptors.Add<Recording>("first");
                options.Interceptors.Add<Recording>("second");
            },
            services =>
            {
                services.AddSingleton(trail);
                services.AddGrpc().AddServiceOptions<EchoService>(options => options.Interceptors.Add<Recording>("service"));
            });
        await CallAsync(host.Client, method);
        Assert.Equal(["first in", "second in", "service in", "service out", "second out", "first out"], trail.Lines);
    }

    [Fact]
    public async Task ServerInterceptors_MeetTranscodedCallsToo()
    {
        var trail = new Trail();
        await using var host = await EchoHost.StartAsync(options => options.Interceptors.Add<Recording>("only"), services => services.AddSingleton(trail));
        using var http = new HttpClient();
        await http.GetStringAsync(new Uri(host.Http1, "/v1/say/x"), Stop);
        await http.GetStringAsync(new Uri(host.Http1, "/v1/count/1"), Stop);
        Assert.Equal(["only in", "only out", "only in", "only out"], trail.Lines);
    }

    [Theory]
    [InlineData("Say")]
    [InlineData("Collect")]
    [InlineData("Count")]
    [InlineData("Chat")]
    public async Task ClientInterceptors_RunInTheGivenOrder(string method)
    {
        var trail = new Trail();
        await using var host = await EchoHost.StartAsync();
        await CallAsync(new Echo.EchoClient(host.Channel.Intercept(new Calling(trail, "a"), new Calling(trail, "b"))), method);
        Assert.Equal(["a", "b"], trail.Lines);
    }

    [Fact]
    public async Task ServerInterceptor_MayRefuseBeforeTheHandler()
    {
        await using var host = await EchoHost.StartAsync(options => options.Interceptors.Add<Refusing>());
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await host.Client.SayAsync(new SayRequest(), cancellationToken: Stop));
        Assert.Equal(new Status(StatusCode.PermissionDenied, "いいえ"), failure.Status);
    }

    [Fact]
    public async Task DetailedErrors_AreShownOnlyWhereEnabled()
    {
        await using var host = await EchoHost.StartAsync(options => options.EnableDetailedErrors = true);
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await host.Client.SayAsync(new SayRequest { Act = "throw" }, cancellationToken: Stop));
        Assert.Contains("secret detail", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallCredentials_AreSentOverCleartextOnlyWhereTheChannelSaysSo()
    {
        await using var host = await EchoHost.StartAsync();
        var credentials = CallCredentials.FromInterceptor((context, metadata) =>
        {
            metadata.Add("authorization", $"Bearer {context.MethodName}");
            return Task.CompletedTask;
        });
        Assert.Null(await AuthorizationAsync(host, new GrpcChannelOptions(), credentials));
        Assert.Equal("Bearer Say", await AuthorizationAsync(host, new GrpcChannelOptions { UnsafeUseInsecureChannelCallCredentials = true }, credentials));
    }

    static async Task<string?> AuthorizationAsync(EchoHost host, GrpcChannelOptions options, CallCredentials credentials)
    {
        using var channel = GrpcChannel.ForAddress(host.Http2, options);
        using var call = new Echo.EchoClient(channel).SayAsync(new SayRequest { Act = "headers" }, new CallOptions(credentials: credentials, cancellationToken: Stop));
        await call;
        return call.GetTrailers().GetValue("got-authorization");
    }

    static async Task CallAsync(Echo.EchoClient client, string method)
    {
        switch (method)
        {
            case "Say":
                await client.SayAsync(new SayRequest(), cancellationToken: Stop);
                break;
            case "Collect":
                using (var call = client.Collect(cancellationToken: Stop))
                {
                    await call.RequestStream.CompleteAsync();
                    await call;
                }
                break;
            case "Count":
                using (var call = client.Count(new SayRequest { Number = 1 }, cancellationToken: Stop))
                    Assert.Single(await call.ResponseStream.ReadAllAsync(Stop).ToListAsync(Stop));
                break;
            default:
                using (var call = client.Chat(cancellationToken: Stop))
                {
                    await call.RequestStream.CompleteAsync();
                    Assert.False(await call.ResponseStream.MoveNext(Stop));
                }
                break;
        }
    }

    sealed class Trail
    {
        readonly List<string> lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (lines)
                    return [.. lines];
            }
        }

        public void Add(string line)
        {
            lock (lines)
                lines.Add(line);
        }
    }

    sealed class Recording(Trail trail, string name) : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            AroundAsync(() => continuation(request, context));

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
            AroundAsync(() => continuation(requestStream, context));

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
            AroundAsync(() => NothingAsync(continuation(request, responseStream, context)));

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
            AroundAsync(() => NothingAsync(continuation(requestStream, responseStream, context)));

        static async Task<bool> NothingAsync(Task task)
        {
            await task;
            return true;
        }

        async Task<T> AroundAsync<T>(Func<Task<T>> next)
        {
            trail.Add($"{name} in");
            var result = await next();
            trail.Add($"{name} out");
            return result;
        }
    }

    sealed class Refusing : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            throw new RpcException(new Status(StatusCode.PermissionDenied, "いいえ"));
    }

    sealed class Calling(Trail trail, string name) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            trail.Add(name);
            return continuation(request, context);
        }

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            trail.Add(name);
            return continuation(context);
        }

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            trail.Add(name);
            return continuation(request, context);
        }

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            trail.Add(name);
            return continuation(context);
        }
    }
}
