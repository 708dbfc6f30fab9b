using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Tests.Echo.V1;
using Xunit;

namespace Tsunagu.Tests.StandIns.Clients;

/// <summary>Calls that no server has looked at are made again without any policy.</summary>
public sealed class TransparentRetryTests
{
    const int Refused = 7;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<MethodType> Kinds => [.. Enum.GetValues<MethodType>()];

    [Theory]
    [InlineData(MethodType.Unary)]
    [InlineData(MethodType.ServerStreaming)]
    public async Task RefusedStream_IsSentAgain(MethodType kind)
    {
        var requests = 0;
        await using var server = await ScriptedServer.StartAsync((number, http) =>
        {
            requests = number;
            if (number > 1)
                return ScriptedServer.EchoAsync(http);
            ScriptedServer.Reset(http, Refused);
            return Task.CompletedTask;
        });
        using var channel = server.Open();
        Assert.Equal(["a"], (await new Echo.EchoClient(channel).SayAsync(kind, ["a"])).Words);
        Assert.Equal(2, requests);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task RefusedStream_WithAPolicy_IsSentAgainWithAllMessages(MethodType kind)
    {
        await using var server = await ScriptedServer.StartAsync(async (number, http) =>
        {
            if (number == 1)
            {
                await ScriptedServer.ReadAsync(http);
                ScriptedServer.Reset(http, Refused);
                return;
            }
            await ScriptedServer.EchoAsync(http);
        });
        using var channel = server.Open(Policies.ForAll(Policies.Retry()));
        var texts = kind is MethodType.ClientStreaming or MethodType.DuplexStreaming ? new[] { "a", "b" } : ["a"];
        Assert.Equal(texts, (await new Echo.EchoClient(channel).SayAsync(kind, texts)).Words);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task StreamThatIsAlwaysRefused_IsUnavailable(MethodType kind)
    {
        await using var server = await ScriptedServer.StartAsync((_, http) =>
        {
            ScriptedServer.Reset(http, Refused);
            return Task.CompletedTask;
        });
        using var channel = server.Open();
        var failure = await Assert.ThrowsAsync<RpcException>(() => new Echo.EchoClient(channel).SayAsync(kind, ["a"]));
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    [Fact]
    public async Task ServerThatIsDrained_FinishesItsCalls_AndNewOnesGoElsewhere()
    {
        await using var other = await Replica.StartAsync();
        var entered = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        var draining = await DrainableAsync(async http =>
        {
            if (await ScriptedServer.ReadAsync(http) is { Text: "long" })
            {
                entered.TrySetResult();
                await finish.Task;
            }
            await ScriptedServer.WriteAsync(http, new SayReply { Number = 1 });
            ScriptedServer.End(http, StatusCode.OK);
        });
        await using var app = draining.App;
        var options = Balanced.With(new StaticResolverFactory(_ => [new BalancerAddress("127.0.0.1", draining.Port), other.Address]));
        using var channel = GrpcChannel.ForAddress("static:///house", options);
        var client = new Echo.EchoClient(channel);
        var running = new List<Task<SayReply>>();
        while (!entered.Task.IsCompleted)
        {
            running.Add(client.SayAsync(new SayRequest { Text = "long" }).ResponseAsync);
            await Task.WhenAny(entered.Task, running[^1]);
        }
        var stopping = app.StopAsync(Stop);
        // Refused before anything was sent, or gone away: every one is answered by the other server.
        await Eventually.HoldsAsync(async () => (await client.SayAsync(new SayRequest())).Number == other.Port && (await client.SayAsync(new SayRequest())).Number == other.Port, "new calls go elsewhere");
        for (var call = 0; call < 20; call++)
            Assert.Equal(other.Port, (await client.SayAsync(new SayRequest())).Number);
        Assert.False(stopping.IsCompleted);
        finish.SetResult();
        Assert.Contains((await Task.WhenAll(running)).Select(reply => reply.Number), number => number == 1);
        await stopping;
    }

    static async Task<(WebApplication App, int Port)> DrainableAsync(Microsoft.AspNetCore.Http.RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
            listen.Protocols = Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols.Http2));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return (app, new Uri(app.Urls.Single()).Port);
    }
}
