using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

public sealed class OutboxTests(Servers servers) : IClassFixture<Servers>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CommittedEvents_ReachTheConsumerOnceAndInOrder()
    {
        await using var host = await ProbeHost.StartConsumingAsync(servers.MessagingSettings(), Servers.UniqueEndpoint());
        var aggregate = Guid.CreateVersion7();
        await host.CommitAsync(Sequence(aggregate, 20));

        Assert.Equal(Numbers(20), await host.EventuallyAsync(aggregate, 20));
        Assert.Equal(0, await Servers.QueryAsync<long>(servers.Administrator, "select count(*) from outbox_messages where sent_at is null"));
    }

    [Fact]
    public async Task EventOfAWorkThatRolledBack_IsNotPublished()
    {
        await using var host = await ProbeHost.StartConsumingAsync(servers.MessagingSettings(), Servers.UniqueEndpoint());
        var aggregate = Guid.CreateVersion7();
        await Assert.ThrowsAsync<TimeoutException>(() => host.UnitOfWork.RunAsAsync(
            "test",
            async (db, ct) =>
            {
                db.AddEvent(ProbeEvents.Sent(aggregate, 1));
                await db.SaveChangesAsync(ct);
                throw new TimeoutException();
            },
            TestContext.Current.CancellationToken));
        await host.CommitAsync(ProbeEvents.Sent(aggregate, 2));

        Assert.Equal([2], await host.EventuallyAsync(aggregate, 1));
    }

    [Fact]
    public async Task EventPublishedBeforeItsSubscriberFirstStarted_WaitsForIt()
    {
        var endpoint = Servers.UniqueEndpoint();
        var aggregate = Guid.CreateVersion7();
        await using (var publisher = await ProbeHost.StartAsync(servers.MessagingSettings(), subscriber: endpoint))
        {
            await publisher.CommitAsync(Sequence(aggregate, 3));
            Assert.Equal(0, await Eventually.GetAsync(
                () => Servers.QueryAsync<long>(servers.Administrator, "select count(*) from outbox_messages where sent_at is null"), n => n == 0));
        }

        await using var subscriber = await ProbeHost.StartConsumingAsync(servers.MessagingSettings(), endpoint);
        Assert.Equal(Numbers(3), await subscriber.EventuallyAsync(aggregate, 3));
    }

    [Fact]
    public async Task TwoDispatchers_KeepTheOrderOfEachAggregateAndPublishNothingTwice()
    {
        var endpoint = Servers.UniqueEndpoint();
        using var repeats = new Counted("tsunagu.inbox.repeats", endpoint);
        await using var one = await ProbeHost.StartConsumingAsync(servers.MessagingSettings(), endpoint);
        await using var other = await ProbeHost.StartConsumingAsync(servers.MessagingSettings(), endpoint);
        var aggregates = Enumerable.Range(0, 12).Select(_ => Guid.CreateVersion7()).ToList();

        await Task.WhenAll(aggregates.Select((aggregate, i) => (i % 2 == 0 ? one : other).CommitAsync(Sequence(aggregate, 25))));

        foreach (var aggregate in aggregates)
            Assert.Equal(Numbers(25), await one.EventuallyAsync(aggregate, 25));
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.Equal(0, repeats.Total);
    }

    [Fact]
    public async Task AnyNumberOfEventsOfATypeThatIsGone_HoldUpNothingElse()
    {
        await using var host = await ProbeHost.StartConsumingAsync(servers.MessagingSettings(), Servers.UniqueEndpoint());
        await using var claim = await ClaimedAggregates.TakeAsync(servers.Administrator, 100, Ct);
        await host.CommitAsync(claim.FirstEvents());
        await claim.RenameEventsAsync("Removed.Event, Contracts", Ct);
        await claim.ReleaseAsync(Ct);

        var aggregate = Guid.CreateVersion7();
        await host.CommitAsync(Sequence(aggregate, 3));

        Assert.Equal(Numbers(3), await host.EventuallyAsync(aggregate, 3));
        Assert.Equal(100, await claim.UnsentAsync(Ct));
    }

    [Fact]
    public async Task AnyNumberThatADispatcherHasClaimedAndHangs_HoldUpNothingElse()
    {
        await using var host = await ProbeHost.StartConsumingAsync(servers.MessagingSettings(), Servers.UniqueEndpoint());
        await using var claim = await ClaimedAggregates.TakeAsync(servers.Administrator, 100, Ct);
        await host.CommitAsync(claim.FirstEvents());

        var aggregate = Guid.CreateVersion7();
        await host.CommitAsync(Sequence(aggregate, 3));

        Assert.Equal(Numbers(3), await host.EventuallyAsync(aggregate, 3));
        Assert.Equal(100, await claim.UnsentAsync(Ct));
    }

    [Fact]
    public async Task BrokerAwayAndBack_LosesNothingAndKeepsTheOrder()
    {
        await using var line = new Line(new Uri(servers.Broker));
        await using var host = await ProbeHost.StartConsumingAsync(
            servers.Settings(("ConnectionStrings:messaging", line.Address)), Servers.UniqueEndpoint());
        var aggregate = Guid.CreateVersion7();
        await host.CommitAsync(Sequence(aggregate, 5));
        Assert.Equal(5, (await host.EventuallyAsync(aggregate, 5)).Count);

        line.Cut();
        await host.CommitAsync(Sequence(aggregate, 15)[5..]);
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        Assert.Equal(5, (await host.EffectsAsync(aggregate)).Count);
        line.Mend();

        Assert.Equal(Numbers(15), await host.EventuallyAsync(aggregate, 15));
    }

    [Fact]
    public async Task BrokerAwayAtStart_DoesNotKeepTheServiceFromStarting()
    {
        await using var line = new Line(new Uri(servers.Broker));
        line.Cut();
        await using var host = await ProbeHost.StartConsumingAsync(
            servers.Settings(("ConnectionStrings:messaging", line.Address)), Servers.UniqueEndpoint());
        var aggregate = Guid.CreateVersion7();
        await host.CommitAsync(Sequence(aggregate, 2));
        line.Mend();

        Assert.Equal(Numbers(2), await host.EventuallyAsync(aggregate, 2));
    }

    static ReferralSent[] Sequence(Guid aggregate, int count) =>
        [.. Enumerable.Range(1, count).Select(number => ProbeEvents.Sent(aggregate, number))];

    static List<long> Numbers(int count) => [.. Enumerable.Range(1, count).Select(number => (long)number)];
}
