using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Integration.Referrals;

public sealed class EventFeedTests(ReferralSuite fixture) : IClassFixture<ReferralSuite>
{
    readonly Suite _suite = fixture.Suite;

    [Fact]
    public async Task EventThatCommitsLate_IsNotSkippedByAReaderThatWasAlreadyFurther()
    {
        var unit = _suite.Referral.Services.GetRequiredService<UnitOfWork<ReferralDbContext>>();
        var late = new LoggedEvent
        {
            Id = Guid.CreateVersion7(),
            OccurredAt = DateTimeOffset.UtcNow.AddMinutes(-1),
            ReferralId = ReferralId.New(),
            Sequence = 1,
            State = Tsunagu.Referrals.Domain.ReferralState.Sent,
            Overdue = false,
            From = new AgencyId(_suite.Sender.Agency),
            To = new AgencyId(_suite.Receiver.Agency),
        };
        var written = new TaskCompletionSource();
        var mayCommit = new TaskCompletionSource();
        var slow = unit.RunAsAsync(
            "job:referral-event-numbering",
            async (db, ct) =>
            {
                db.EventLog.Add(late);
                await db.SaveChangesAsync(ct);
                written.SetResult();
                await mayCommit.Task;
            },
            TestContext.Current.CancellationToken);
        await await Task.WhenAny(written.Task, slow);

        var quick = await _suite.SentAsync();
        var first = await _suite.EventsAsync(_suite.Receiver, size: 1000);
        Assert.Contains(first.Events, e => e.ReferralId == quick.ReferralId);
        Assert.DoesNotContain(first.Events, e => e.EventId == late.Id.ToString());

        mayCommit.SetResult();
        await slow;
        var second = await _suite.EventsAsync(_suite.Receiver, first.NextCursor);
        Assert.Equal(late.Id.ToString(), Assert.Single(second.Events).EventId);
    }

    [Fact]
    public async Task ManyWritersAndReaders_EveryReaderSeesEveryEventOnceAndInOrder()
    {
        var start = (await _suite.EventsAsync(_suite.Sender, size: 1000)).NextCursor;
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => FollowAsync(start, done.Token)).ToArray();

        var completed = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
            await _suite.CompleteAsync(await _suite.AcceptAsync(await _suite.ReceiveAsync(await _suite.SentAsync())))));
        await done.CancelAsync();

        foreach (var seen in await Task.WhenAll(readers))
        {
            Assert.Equal(seen.Count, seen.Select(e => e.EventId).Distinct().Count());
            foreach (var referral in completed)
                Assert.Equal([1, 2, 3, 4], seen.Where(e => e.ReferralId == referral.ReferralId).Select(e => e.Sequence));
        }
    }

    [Fact]
    public async Task Page_HoldsAtMostWhatWasAskedFor_AndGoesOnFromItsCursor()
    {
        var start = (await _suite.EventsAsync(_suite.Sender, size: 1000)).NextCursor;
        await _suite.ReceiveAsync(await _suite.SentAsync());

        var first = await _suite.EventsAsync(_suite.Sender, start, size: 1);
        var second = await _suite.EventsAsync(_suite.Sender, first.NextCursor, size: 1);
        var end = await _suite.EventsAsync(_suite.Sender, second.NextCursor, size: 1);

        Assert.Equal(["referral.sent", "referral.received"], [Assert.Single(first.Events).Type, Assert.Single(second.Events).Type]);
        Assert.Empty(end.Events);
        Assert.Equal(second.NextCursor, end.NextCursor);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public async Task CursorThatWasNeverGivenOut_IsRefused(string cursor) =>
        await Denied.AsAsync(StatusCode.InvalidArgument, "CURSOR_INVALID", () => _suite.EventsAsync(_suite.Sender, cursor));

    // Reads on until told that everything is written, and then once more to the end.
    async Task<List<ReferralEvent>> FollowAsync(string cursor, CancellationToken done)
    {
        var seen = new List<ReferralEvent>();
        for (var last = false; ;)
        {
            var page = await _suite.EventsAsync(_suite.Sender, cursor, size: 5);
            seen.AddRange(page.Events);
            cursor = page.NextCursor;
            if (page.Events.Count == 0 && last)
                return seen;
            last = done.IsCancellationRequested;
        }
    }
}
