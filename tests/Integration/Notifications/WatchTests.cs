using Grpc.Core;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Tests.Integration.Referrals;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Notifications;

[Collection(typeof(OneNotification))]
public sealed class WatchTests(NotificationSuite fixture)
{
    readonly Suite _suite = fixture.Suite;
    readonly NotificationService.NotificationServiceClient _client = fixture.Client;

    [Fact]
    public async Task Watch_ShowsWhatComesLive_ToEveryWatcherOfTheAgencyAlone()
    {
        using var one = await WatchAsync(_client, _suite.Receiver);
        using var two = await WatchAsync(_client, _suite.Receiver);
        using var stranger = await WatchAsync(_client, _suite.Stranger);

        var sent = await _suite.SentAsync();

        Assert.Equal(sent.ReferralId, (await NextAsync(one)).SubjectId);
        Assert.Equal(sent.ReferralId, (await NextAsync(two)).SubjectId);
        using var brief = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<Exception>(() => stranger.ResponseStream.MoveNext(brief.Token));
    }

    [Fact]
    public async Task Watch_ResumedAtItsCursor_MissesNothingAndRepeatsNothing()
    {
        string cursor;
        using (var first = await WatchAsync(_client, _suite.Receiver))
        {
            await _suite.SentAsync();
            cursor = (await NextAsync(first)).Cursor;
        }

        var away = new[] { await _suite.SentAsync(), await _suite.SentAsync() };
        await Eventually.GetAsync(
            () => _client.InboxAsync(_suite, _suite.Receiver, cursor), items => items.Count == away.Length);
        using var resumed = await WatchAsync(_client, _suite.Receiver, cursor);
        var live = await _suite.SentAsync();

        var seen = new List<string>();
        while (seen.Count < 3)
            seen.Add((await NextAsync(resumed)).SubjectId);
        Assert.Equal([.. away.Select(referral => referral.ReferralId), live.ReferralId], seen);
    }

    [Fact]
    public async Task Watch_EndsAsUnavailableWhenTheServiceStops()
    {
        var (host, client) = await _suite.StartNotificationAsync();
        // A bus that is stopped before it has started goes on taking messages in this process.
        await host.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30));
        using var watch = await WatchAsync(client, _suite.Receiver);

        var end = watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
        await host.DisposeAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => end.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    async Task<AsyncServerStreamingCall<InboxItem>> WatchAsync(NotificationService.NotificationServiceClient client, Person reader, string after = "")
    {
        var call = client.WatchInbox(new WatchInboxRequest { After = after }, _suite.As(reader), cancellationToken: TestContext.Current.CancellationToken);
        await call.ResponseHeadersAsync;
        return call;
    }

    static async Task<InboxItem> NextAsync(AsyncServerStreamingCall<InboxItem> watch)
    {
        Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(15)));
        return watch.ResponseStream.Current;
    }
}
