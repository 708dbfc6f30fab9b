using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

/// <summary>Calls that pass through several services, some of them in several replicas.</summary>
public sealed class ChainTests : IAsyncLifetime
{
    static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    readonly List<Hop> hops = [];
    Issuer issuer = null!;

    public async ValueTask InitializeAsync() => issuer = await Issuer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var hop in Enumerable.Reverse(hops))
            await hop.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task Deadline_ShrinksByTheTimeEachHopTakes()
    {
        var third = await StartAsync("third", Moment);
        var second = await StartAsync("second", Moment, third);
        var first = await StartAsync("first", Moment, second);
        var answer = await AskAsync(first, TimeSpan.FromSeconds(30));
        Assert.Equal(["first", "second", "third"], answer.Select(agency => agency.AgencyId));
        var left = answer.Select(agency => int.Parse(agency.Name, CultureInfo.InvariantCulture)).ToArray();
        Assert.InRange(left[0], 1_000, 30_000);
        Assert.InRange(left[1], 0, left[0] - 290);
        Assert.InRange(left[2], 0, left[1] - 290);
    }

    [Fact]
    public async Task DeadlineThatPasses_EndsTheCallOnEveryHop()
    {
        var third = await StartAsync("third", TimeSpan.FromMinutes(10));
        var second = await StartAsync("second", Moment, third);
        var first = await StartAsync("first", Moment, second);
        var failure = await Assert.ThrowsAsync<RpcException>(() => AskAsync(first, TimeSpan.FromSeconds(3)));
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        await third.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Replicas_AreCalledInTurn_AndOneThatStopsIsLeftOutWithoutAFailure()
    {
        Hop[] replicas = [await StartAsync("a", TimeSpan.Zero), await StartAsync("b", TimeSpan.Zero), await StartAsync("c", TimeSpan.Zero)];
        var first = await StartAsync("first", TimeSpan.Zero, replicas);
        await Eventually.GetAsync(() => NamesAsync(first, 9), names => names.Distinct().Count() == 3);
        var names = await NamesAsync(first, 30);
        Assert.Equal([10, 10, 10], names.GroupBy(name => name).Select(group => group.Count()));
        hops.Remove(replicas[1]);
        await replicas[1].DisposeAsync();
        Assert.Equal(["a", "c"], (await NamesAsync(first, 30)).Distinct().Order());
    }

    [Fact]
    public async Task NameOfAService_IsLookedUp()
    {
        var last = await StartAsync("last", TimeSpan.Zero);
        var first = await Hop.StartAsync(issuer, "first", TimeSpan.Zero, $"dns:///localhost:{last.Address.Port}");
        hops.Add(first);
        Assert.Equal(["last"], (await NamesAsync(first, 3)).Distinct());
    }

    [Fact]
    public async Task Connections_AreKeptAliveByPings()
    {
        var last = await StartAsync("last", TimeSpan.Zero);
        var first = await StartAsync("first", TimeSpan.Zero, last);
        var handler = first.Services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(nameof(DirectoryService.DirectoryServiceClient));
        while (handler is DelegatingHandler { InnerHandler: { } inner })
            handler = inner;
        var sockets = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.InRange(sockets.KeepAlivePingDelay + sockets.KeepAlivePingTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        Assert.True(sockets.EnableMultipleHttp2Connections);
    }

    async Task<Hop> StartAsync(string name, TimeSpan wait, params Hop[] next)
    {
        var hop = await Hop.StartAsync(issuer, name, wait, [.. next.Select(one => one.Address.ToString())]);
        hops.Add(hop);
        return hop;
    }

    async Task<List<Agency>> AskAsync(Hop hop, TimeSpan patience)
    {
        using var channel = GrpcChannel.ForAddress(hop.Address);
        var answer = await new DirectoryService.DirectoryServiceClient(channel).ListAgenciesAsync(new(), Calls.As(issuer.Staff(), deadline: DateTime.UtcNow + patience));
        return [.. answer.Agencies];
    }

    /// <summary>Who answered behind the first hop.</summary>
    async Task<List<string>> NamesAsync(Hop hop, int calls)
    {
        var names = new List<string>();
        for (var call = 0; call < calls; call++)
            names.Add((await AskAsync(hop, TimeSpan.FromSeconds(30)))[1].AgencyId);
        return names;
    }
}
