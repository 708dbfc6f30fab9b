using Tsunagu.Tests.Integration.Referrals;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Webhooks;
using Xunit;

namespace Tsunagu.Tests.Integration.Notifications;

[Collection(typeof(OwnNotifications))]
public sealed class CrashTests : IAsyncLifetime
{
    static readonly (string, string)[] Quick = [("Webhooks:Timeout", "00:00:02"), ("Webhooks:Lease", "00:00:05")];

    Suite _suite = null!;
    WebhookReceiver _receiver = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await WebhookReceiver.StartAsync();
        _suite = await Suite.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _suite.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task WorkerKilledBetweenSendingAndNoting_IsRepeatedUnderTheSameId_AndTheNextWaits()
    {
        var arrived = new TaskCompletionSource();
        var killed = new TaskCompletionSource();
        _receiver.Answer = async (_, before) =>
        {
            if (before == 0)
            {
                arrived.TrySetResult();
                await killed.Task;
            }

            return 204;
        };
        using var first = NotificationProcess.Start(_suite, Quick);
        var subscription = await _suite.SubscribeAsync(_receiver, _suite.Receiver);
        var sent = await _suite.SentAsync();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
        await _suite.ReceiveAsync(sent);

        first.Kill();
        killed.SetResult();
        await _suite.AcceptAsync(sent);
        using var second = NotificationProcess.Start(_suite, Quick);

        await Eventually.HoldsAsync(() => _receiver.Taken.Count == 3, seconds: 120);
        Assert.Equal([1, 1, 2, 3], _receiver.All.Select(hook => hook.Sequence));
        Assert.Equal(_receiver.All[0].Id, _receiver.All[1].Id);
        Assert.All(_receiver.All, hook => Assert.True(hook.SignatureHolds));
        Assert.NotEmpty(subscription.SubscriptionId);
    }

    [Fact]
    public async Task TwoWorkers_NeverSendTwoEventsOfOneReferralAtOnce()
    {
        var random = Seed.NewRandom();
        var gate = new Lock();
        _receiver.Answer = async (_, _) =>
        {
            int roll;
            lock (gate)
                roll = random.Next(100);
            await Task.Delay(roll);
            return roll < 15 ? 503 : 204;
        };
        await _suite.StartNotificationAsync(Quick);
        await _suite.StartNotificationAsync(Quick);
        await _suite.SubscribeAsync(_receiver, _suite.Receiver);

        var referrals = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
            await _suite.CompleteAsync(await _suite.AcceptAsync(await _suite.ReceiveAsync(await _suite.SentAsync())))));

        await Eventually.HoldsAsync(() => _receiver.Taken.Count == 40, seconds: 150);
        foreach (var referral in referrals)
        {
            var attempts = _receiver.All.Where(hook => hook.ReferralId == referral.ReferralId).OrderBy(hook => hook.From).ToList();
            Assert.Equal([1, 2, 3, 4], attempts.Where(hook => hook.Answer == 204).Select(hook => hook.Sequence));
            Assert.All(attempts.Zip(attempts.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From, "Two attempts overlap."));
        }

        // Some attempts failed and were repeated: order held under repeats, not for want of them.
        Assert.True(_receiver.All.Count > 40);
    }

    [Fact]
    public async Task AddressInside_IsNotCalledWhereThatIsNotAllowed()
    {
        var (_, client) = await _suite.StartNotificationAsync(("Webhooks:AllowPrivateTargets", "false"));
        var subscription = await _suite.SubscribeAsync(_receiver, _suite.Receiver);
        await _suite.SentAsync();

        var deliveries = await Eventually.GetAsync(
            () => client.DeliveriesAsync(_suite, subscription, _suite.Receiver), rows => rows.Any(row => row.Attempts > 1));

        Assert.Equal(0, deliveries.Single().LastStatus);
        Assert.Empty(_receiver.All);
    }
}
