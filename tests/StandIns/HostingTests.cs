using System.Diagnostics;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.ClientFactory;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tests.Echo.V1;
using Xunit;

namespace Tsunagu.Tests.StandIns;

public sealed class HostingTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RegisteredClient_CallsWithInterceptorsAndCredentials()
    {
        await using var host = await EchoHost.StartAsync();
        var services = new ServiceCollection();
        services.AddGrpcClient<Echo.EchoClient>(options => options.Address = host.Http2)
            .ConfigureChannel(options => options.UnsafeUseInsecureChannelCallCredentials = true)
            .AddCallCredentials((context, metadata) =>
            {
                metadata.Add("authorization", "Bearer x");
                return Task.CompletedTask;
            })
            .AddInterceptor(InterceptorScope.Client, _ => new Tagging());
        await using var provider = services.BuildServiceProvider();
        using var call = provider.GetRequiredService<Echo.EchoClient>().SayAsync(new SayRequest { Act = "headers" }, cancellationToken: Stop);
        await call;
        Assert.Equal("Bearer x", call.GetTrailers().GetValue("got-authorization"));
        Assert.Equal("yes", call.GetTrailers().GetValue("got-tagged"));
    }

    [Fact]
    public async Task ClientWithoutAddress_SaysSo()
    {
        await using var provider = new ServiceCollection().AddGrpcClient<Echo.EchoClient>().Services.BuildServiceProvider();
        var failure = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<Echo.EchoClient>);
        Assert.Contains("address", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ContextPropagation_HandsOnTheDeadline()
    {
        await using var inner = await EchoHost.StartAsync();
        await using var outer = await EchoHost.StartAsync(
            options => options.Interceptors.Add<Forwarding>(),
            services => services.AddGrpcClient<Echo.EchoClient>(options => options.Address = inner.Http2).EnableCallContextPropagation());
        var watch = Stopwatch.StartNew();
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await outer.Client.SayAsync(new SayRequest { Act = "wait" }, deadline: DateTime.UtcNow.AddMilliseconds(200), cancellationToken: Stop));
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        Assert.InRange(watch.ElapsedMilliseconds, 150, 5500);
    }

    [Fact]
    public async Task ContextPropagation_OutsideACall_FailsUnlessSuppressed()
    {
        await using var host = await EchoHost.StartAsync();
        foreach (var suppress in new[] { false, true })
        {
            var services = new ServiceCollection();
            services.AddGrpcClient<Echo.EchoClient>(options => options.Address = host.Http2)
                .EnableCallContextPropagation(options => options.SuppressContextNotFoundErrors = suppress);
            await using var provider = services.BuildServiceProvider();
            var client = provider.GetRequiredService<Echo.EchoClient>();
            if (suppress)
                await client.SayAsync(new SayRequest(), cancellationToken: Stop);
            else
                Assert.Throws<InvalidOperationException>(() => client.SayAsync(new SayRequest(), cancellationToken: Stop));
        }
    }

    [Fact]
    public async Task Authorization_ReachesTheEndpoint()
    {
        await using var host = await EchoHost.StartAsync(
            services: services =>
            {
                services.AddAuthentication("none").AddScheme<AuthenticationSchemeOptions, NobodyHandler>("none", null);
                services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            },
            map: app => app.UseAuthorization());
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await host.Client.SayAsync(new SayRequest(), cancellationToken: Stop));
        Assert.Equal(StatusCode.Unauthenticated, failure.StatusCode);
    }

    [Fact]
    public async Task Health_AnswersForTheServerAndForNamedServices()
    {
        var healthy = true;
        await using var host = await EchoHost.StartAsync(
            services: services => services
                .AddGrpcHealthChecks(options => options.Services.Map("tests.echo.v1.Echo", context => context.Tags.Contains("echo")))
                .AddCheck("echo", () => healthy ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(), ["echo"]),
            map: app => app.MapGrpcHealthChecksService());
        var client = new Health.HealthClient(host.Channel);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, (await client.CheckAsync(new HealthCheckRequest(), cancellationToken: Stop)).Status);
        healthy = false;
        Assert.Equal(
            HealthCheckResponse.Types.ServingStatus.NotServing,
            (await client.CheckAsync(new HealthCheckRequest { Service = "tests.echo.v1.Echo" }, cancellationToken: Stop)).Status);
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await client.CheckAsync(new HealthCheckRequest { Service = "none" }, cancellationToken: Stop));
        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
        using var watch = client.Watch(new HealthCheckRequest(), cancellationToken: Stop);
        Assert.True(await watch.ResponseStream.MoveNext(Stop));
    }

    sealed class Tagging : Grpc.Core.Interceptors.Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            Grpc.Core.Interceptors.ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, new(context.Method, context.Host, context.Options.WithHeaders(new Metadata { { "tagged", "yes" } })));
    }

    sealed class Forwarding(Echo.EchoClient client) : Grpc.Core.Interceptors.Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            (TResponse)(object)await client.SayAsync((SayRequest)(object)request);
    }

    sealed class NobodyHandler(
        Microsoft.Extensions.Options.IOptionsMonitor<AuthenticationSchemeOptions> options, Microsoft.Extensions.Logging.ILoggerFactory logger, System.Text.Encodings.Web.UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }
}
