using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.Tests.Integration.ServiceDefaults.Parking;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Messaging;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

public sealed class InboxTests(Servers servers) : IClassFixture<Servers>
{
    readonly string endpoint = Servers.UniqueEndpoint();
    readonly Guid aggregate = Guid.CreateVersion7();

    [Fact]
    public async Task SameEventDeliveredAgain_HasNoSecondEffect()
    {
        await using var host = await ProbeHost.StartConsumingAsync(servers.MessagingSettings(), endpoint);
        var e = ProbeEvents.Sent(aggregate, 1);
        await host.CommitAsync(e);
        await host.EventuallyAsync(aggregate, 1);
        for (var i = 0; i < 3; i++)
            await new Queues(servers.Broker).SendAsync(endpoint, Bodies.Of(e));
        await host.CommitAsync(ProbeEvents.Sent(aggregate, 2));

        Assert.Equal([1, 2], await host.EventuallyAsync(aggregate, 2));
    }

    [Fact]
    public async Task HandlerThatFailed_LeavesNoEffectAndIsTriedAgain()
    {
        await using var host = await ProbeHost.StartConsumingAsync(servers.MessagingSettings(), endpoint);
        host.Gate.ConsumerFault = new InvalidOperationException("山田太郎");
        await host.CommitAsync(ProbeEvents.Sent(aggregate, 1));
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Empty(await host.EffectsAsync(aggregate));
        host.Gate.ConsumerFault = null;

        Assert.Equal([1], await host.EventuallyAsync(aggregate, 1));
    }

    [Fact]
    public async Task HandlerThatMissesSomethingPassing_HoldsTheQueueSoThatNothingOvertakes()
    {
        await using var host = await ProbeHost.StartConsumingAsync(servers.MessagingSettings(), endpoint);
        host.Gate.ConsumerFault = new Refusal(RefusalKind.Unavailable, "DEPENDENCY_UNAVAILABLE", "しばらくお待ちください。");
        await host.CommitAsync(ProbeEvents.Sent(aggregate, 1), ProbeEvents.Sent(aggregate, 2));
        // Longer than the retries of a failure that does not pass.
        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        host.Gate.ConsumerFault = null;

        Assert.Equal([1, 2], await host.EventuallyAsync(aggregate, 2));
    }

    [Fact]
    public async Task GapInTheSequence_IsCounted()
    {
        using var gaps = new Counted("tsunagu.inbox.gaps", endpoint);
        await using var host = await ProbeHost.StartConsumingAsync(servers.MessagingSettings(), endpoint);
        await host.CommitAsync(ProbeEvents.Sent(aggregate, 1), ProbeEvents.Sent(aggregate, 2));
        await host.EventuallyAsync(aggregate, 2);
        Assert.Equal(0, gaps.Total);
        await host.CommitAsync(ProbeEvents.Sent(aggregate, 4));
        await host.EventuallyAsync(aggregate, 3);

        Assert.Equal(1, await Eventually.GetAsync(() => Task.FromResult(gaps.Total), n => n > 0));
    }
}
