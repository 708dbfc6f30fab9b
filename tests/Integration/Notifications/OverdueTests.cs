using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Tsunagu.Contracts.Events.Operations;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.Integration.Referrals;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Notifications;

[Collection(typeof(OneNotification))]
public sealed class OverdueTests(NotificationSuite fixture)
{
    readonly Suite _suite = fixture.Suite;
    readonly NotificationService.NotificationServiceClient _client = fixture.Client;

    [Fact]
    public async Task DeadlineThatPassesWithoutAnAnswer_IsToldToBothAgenciesAndInTheFeedOnce()
    {
        var referral = await SendAsync();
        var received = await _suite.ReceiveAsync(referral);
        foreach (var agency in new[] { _suite.Receiver, _suite.Sender })
            await Eventually.GetAsync(() => _client.InboxAsync(_suite, agency), items => items.Any(item => IsOverdue(item, referral)), seconds: 60);

        var events = (await _suite.EventsAsync(_suite.Receiver, size: 1000)).Events.Where(e => e.ReferralId == referral.ReferralId).ToList();
        Assert.Equal(["referral.sent", "referral.received", "referral.overdue"], events.Select(e => e.Type));
        Assert.Equal((3, ReferralState.Received), (events[2].Sequence, events[2].State));
        Assert.True((await _suite.GetAsync(referral.ReferralId, _suite.Sender)).Overdue);
        // What it said before is not what it says now.
        await Refused.AssertAsync(StatusCode.Aborted, "VERSION_STALE", _suite.Referrals.AcceptReferralAsync(
            new AcceptReferralRequest { RequestId = Story.NewId(), ReferralId = referral.ReferralId, ExpectedVersion = received.Version }, _suite.As(_suite.Receiver)));
        await _suite.AcceptAsync(referral);
        Assert.Equal(4, (await _suite.EventsAsync(_suite.Receiver, size: 1000)).Events.Last(e => e.ReferralId == referral.ReferralId).Sequence);
    }

    [Fact]
    public async Task AnswerInTime_LeavesNothingToTell()
    {
        var referral = await SendAsync();
        await _suite.AcceptAsync(await _suite.ReceiveAsync(referral));
        Assert.Equal(0, await Eventually.GetAsync(
            () => Suite.ScalarAsync<long>(_suite.ReferralDb, $"select count(*) from schedules where key = '{referral.ReferralId}'"), n => n == 0, seconds: 60));

        Assert.DoesNotContain((await _suite.EventsAsync(_suite.Sender, size: 1000)).Events, e => e.ReferralId == referral.ReferralId && e.Type == "referral.overdue");
    }

    [Fact]
    public async Task ParkedMessage_IsALineInEveryAdministratorsInboxAndInNoOther()
    {
        var parked = Guid.CreateVersion7();
        // In the directory from now on.
        _ = _suite.As(_suite.Administrator);
        await _suite.Referral.Services.GetRequiredService<IBus>().Publish(new MessageParked
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = DateTimeOffset.UtcNow,
            AggregateId = parked,
            Sequence = 1,
            Service = "intake",
            Endpoint = "intake-referral",
        });
        var told = (await Eventually.GetAsync(
            () => _client.InboxAsync(_suite, _suite.Administrator), items => items.Any(item => item.SubjectId == parked.ToString())))
            .Single(item => item.SubjectId == parked.ToString());

        Assert.Equal(
            ("message.parked", "message", "intake", _suite.Administrator.Staff, "処理できないメッセージを保留しました"),
            (told.Type, told.SubjectType, told.Service, told.StaffId, told.Title));
        Assert.DoesNotContain(await _client.InboxAsync(_suite, _suite.Sender), item => item.SubjectId == parked.ToString());
    }

    static bool IsOverdue(InboxItem item, Referral referral) =>
        item.SubjectId == referral.ReferralId && item is { Type: "referral.overdue", Title: "つなぐシートの回答期限を過ぎています" };

    async Task<Referral> SendAsync()
    {
        var draft = await _suite.DraftAsync();
        return await _suite.Referrals.SendReferralAsync(
            new SendReferralRequest { RequestId = Story.NewId(), ReferralId = draft.ReferralId, RespondBy = DateTimeOffset.UtcNow.AddSeconds(10).ToTimestamp() },
            _suite.As(_suite.Sender));
    }
}
