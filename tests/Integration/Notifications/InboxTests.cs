using Grpc.Core;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Tsunagu.Contracts.Events.Intake;
using Tsunagu.Contracts.Events.Meetings;
using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Tests.Integration.Referrals;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Notifications;

[Collection(typeof(OneNotification))]
public sealed class InboxTests(NotificationSuite fixture)
{
    readonly Suite _suite = fixture.Suite;
    readonly NotificationService.NotificationServiceClient _client = fixture.Client;

    [Fact]
    public async Task Sent_TellsTheReceiver_AndTheAnswerTellsTheSender()
    {
        var sent = await _suite.SentAsync();
        await _suite.ReceiveAsync(sent);

        var told = await ItemAsync(_suite.Receiver, sent.ReferralId);
        Assert.Equal(("referral.sent", "referral", "つなぐシートが届きました", false), (told.Type, told.SubjectType, told.Title, told.Read));
        Assert.Equal("referral.received", (await ItemAsync(_suite.Sender, sent.ReferralId)).Type);
        Assert.DoesNotContain(await _client.InboxAsync(_suite, _suite.Stranger), item => item.SubjectId == sent.ReferralId);
    }

    [Fact]
    public async Task SameMessageTwice_IsOneItem()
    {
        var e = new ReferralSent
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = DateTimeOffset.UtcNow,
            AggregateId = Guid.CreateVersion7(),
            Sequence = 1,
            CaseId = null,
            ConsultationId = null,
            LegalBasis = "LEGAL_BASIS_CONSENT",
            FromAgencyId = _suite.Sender.Agency,
            ToAgencyId = _suite.Receiver.Agency,
            StaffId = _suite.Sender.Staff,
        };
        await PublishAsync(e, e);
        await PublishAsync(e);
        // One queue, one after the other: once the marker is there, the repeats have been handled.
        var marker = await _suite.SentAsync();
        await ItemAsync(_suite.Receiver, marker.ReferralId);

        Assert.Single(await _client.InboxAsync(_suite, _suite.Receiver), item => item.SubjectId == e.AggregateId.ToString());
    }

    [Fact]
    public async Task CaseAndMeetingEvents_TellThoseTheyConcern()
    {
        var (opened, meeting) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await PublishAsync(
            new CaseOpened
            {
                EventId = Guid.CreateVersion7(),
                OccurredAt = DateTimeOffset.UtcNow,
                AggregateId = opened,
                Sequence = 1,
                AgencyId = _suite.Sender.Agency,
                ResponsibleStaffId = _suite.Sender.Staff,
                ConsultationId = Guid.CreateVersion7(),
            },
            new MeetingCalled
            {
                EventId = Guid.CreateVersion7(),
                OccurredAt = DateTimeOffset.UtcNow,
                AggregateId = meeting,
                Sequence = 1,
                CaseId = opened,
                ConvenerAgencyId = _suite.Sender.Agency,
                StartsAt = DateTimeOffset.UtcNow,
                InvitedAgencyIds = [_suite.Receiver.Agency, _suite.Stranger.Agency],
            });

        await ItemAsync(_suite.Receiver, meeting.ToString());
        await ItemAsync(_suite.Stranger, meeting.ToString());
        await ItemAsync(_suite.Sender, opened.ToString());
        var own = (await _client.InboxAsync(_suite, _suite.Sender)).Where(item => item.SubjectId == opened.ToString());
        var coordinators = (await _client.InboxAsync(_suite, _suite.SendersCoordinator)).Where(item => item.SubjectId == opened.ToString());
        Assert.Equal(["case.assigned", "case.opened"], own.Select(item => item.Type).Order());
        Assert.Equal(["case.opened"], coordinators.Select(item => item.Type));
    }

    [Fact]
    public async Task MarkRead_IsForTheOneWhoRead_AndOnceForARepeatedRequest()
    {
        var sent = await _suite.SentAsync();
        var item = await ItemAsync(_suite.Receiver, sent.ReferralId);
        var request = new MarkReadRequest { RequestId = Story.NewId(), ItemId = item.ItemId };

        var first = await _client.MarkReadAsync(request, _suite.As(_suite.Receiver));
        var second = await _client.MarkReadAsync(request, _suite.As(_suite.Receiver));

        Assert.True(first.Read);
        Assert.Equal(first, second);
        Assert.DoesNotContain(await _client.InboxAsync(_suite, _suite.Receiver, unread: true), row => row.ItemId == item.ItemId);
        var colleague = _suite.Receiver with { Staff = "colleague" };
        Assert.Contains(await _client.InboxAsync(_suite, colleague, unread: true), row => row.ItemId == item.ItemId);
        await Denied.AsAsync(StatusCode.AlreadyExists, "REQUEST_ID_REUSED", async () => await _client.MarkReadAsync(
            new MarkReadRequest { RequestId = request.RequestId, ItemId = Story.NewId() }, _suite.As(_suite.Receiver)));
        await Denied.AsAsync(StatusCode.NotFound, "INBOX_ITEM_NOT_FOUND", async () => await _client.MarkReadAsync(
            new MarkReadRequest { RequestId = Story.NewId(), ItemId = item.ItemId }, _suite.As(_suite.Stranger)));
    }

    [Fact]
    public async Task WrongRole_IsRefused() =>
        await Denied.AsAsync(StatusCode.PermissionDenied, "ROLE_NOT_PERMITTED", async () =>
            await _client.ListInboxAsync(new ListInboxRequest(), _suite.As(_suite.Planner)));

    Task<InboxItem> ItemAsync(Person reader, string subject) => Eventually.GetAsync(
        async () => (await _client.InboxAsync(_suite, reader)).FirstOrDefault(item => item.SubjectId == subject)!, item => item is not null);

    async Task PublishAsync(params object[] events)
    {
        var bus = _suite.Referral.Services.GetRequiredService<IBus>();
        foreach (var e in events)
            await bus.Publish(e, e.GetType(), TestContext.Current.CancellationToken);
    }
}
