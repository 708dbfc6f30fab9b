using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Referrals;

public sealed class ReferralLoopTests(ReferralSuite fixture) : IClassFixture<ReferralSuite>
{
    readonly Suite _suite = fixture.Suite;

    [Fact]
    public async Task Loop_FromDraftToCompletion_IsSeenByBothAndLoggedInOrder()
    {
        var start = (await _suite.EventsAsync(_suite.Receiver)).NextCursor;
        var sent = await _suite.SentAsync();
        var completed = await _suite.CompleteAsync(await _suite.AcceptAsync(await _suite.ReceiveAsync(sent)));

        Assert.Equal((ReferralState.Completed, "家計の見直しが終わった"), (completed.State, completed.Outcome));
        Assert.Equal(
            [ReferralState.Draft, ReferralState.Sent, ReferralState.Received, ReferralState.Accepted, ReferralState.Completed],
            completed.History.Select(step => step.State));
        Assert.Equal([_suite.Sender.Staff, _suite.Sender.Staff, _suite.Receiver.Staff, _suite.Receiver.Staff, _suite.Receiver.Staff], completed.History.Select(step => step.StaffId));
        Assert.Equal(completed, await _suite.GetAsync(sent.ReferralId, _suite.Sender));
        Assert.Equal(completed, await _suite.GetAsync(sent.ReferralId, _suite.Receiver));

        foreach (var reader in new[] { _suite.Sender, _suite.Receiver })
        {
            var events = (await _suite.EventsAsync(reader, start)).Events.Where(e => e.ReferralId == sent.ReferralId).ToList();
            Assert.Equal(["referral.sent", "referral.received", "referral.accepted", "referral.completed"], events.Select(e => e.Type));
            Assert.Equal([1, 2, 3, 4], events.Select(e => e.Sequence));
        }

        Assert.DoesNotContain((await _suite.EventsAsync(_suite.Stranger)).Events, e => e.ReferralId == sent.ReferralId);
    }

    [Fact]
    public async Task Returned_IsMendedAndSentAgain()
    {
        var returned = await _suite.ReturnAsync(await _suite.ReceiveAsync(await _suite.SentAsync()));
        Assert.Equal((ReferralState.Returned, "世帯の様子を書いてください"), (returned.State, returned.Reason));

        var mended = _suite.NewSheet().Content;
        mended.HouseholdPicture = "母と二人暮らし";
        var again = await _suite.Referrals.SendReferralAsync(
            new SendReferralRequest { RequestId = Story.NewId(), ReferralId = returned.ReferralId, Content = mended, ExpectedVersion = returned.Version },
            _suite.As(_suite.Sender));

        Assert.Equal((ReferralState.Sent, "母と二人暮らし"), (again.State, again.Content.HouseholdPicture));
        Assert.Equal(ReferralState.Accepted, (await _suite.AcceptAsync(await _suite.ReceiveAsync(again))).State);
    }

    [Fact]
    public async Task Declined_KeepsItsReasonAndIsFinal()
    {
        var received = await _suite.ReceiveAsync(await _suite.SentAsync());
        var declined = await _suite.Referrals.DeclineReferralAsync(
            new DeclineReferralRequest { RequestId = Story.NewId(), ReferralId = received.ReferralId, Reason = "対象の地域ではありません" },
            _suite.As(_suite.Receiver));
        Assert.Equal((ReferralState.Declined, "対象の地域ではありません"), (declined.State, declined.Reason));

        await Denied.AsAsync(StatusCode.FailedPrecondition, "REFERRAL_WRONG_STATE", () => _suite.AcceptAsync(declined));
        await Denied.AsAsync(StatusCode.FailedPrecondition, "REFERRAL_WRONG_STATE", () => _suite.SendAsync(declined));
    }

    [Fact]
    public async Task TwoAcceptsAtOnce_OneWinsAndOneEventIsLogged()
    {
        var received = await _suite.ReceiveAsync(await _suite.SentAsync());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await _suite.AcceptAsync(received);
                return StatusCode.OK;
            }
            catch (RpcException e)
            {
                return e.StatusCode;
            }
        }));

        Assert.Single(outcomes, StatusCode.OK);
        Assert.All(outcomes, status => Assert.Contains(status, new[] { StatusCode.OK, StatusCode.Aborted, StatusCode.FailedPrecondition }));
        Assert.Single(
            (await _suite.EventsAsync(_suite.Sender, size: 1000)).Events,
            e => e.ReferralId == received.ReferralId && e.State == ReferralState.Accepted);
    }

    [Fact]
    public async Task List_PagesThroughEverythingOnceNewestFirst_AndHidesDraftsFromTheReceiver()
    {
        var drafts = new List<string>();
        for (var n = 0; n < 7; n++)
            drafts.Add((await _suite.DraftAsync()).ReferralId);
        var sent = await _suite.SentAsync();

        var seen = new List<ReferralSummary>();
        var token = "";
        do
        {
            var page = await _suite.Referrals.ListReferralsAsync(new ListReferralsRequest { PageSize = 3, PageToken = token }, _suite.As(_suite.Sender));
            Assert.InRange(page.Referrals.Count, 1, 3);
            seen.AddRange(page.Referrals);
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(seen.Count, seen.Select(row => row.ReferralId).Distinct().Count());
        Assert.Equal([sent.ReferralId, .. Enumerable.Reverse(drafts)], seen.Take(8).Select(row => row.ReferralId));

        var received = await _suite.Referrals.ListReferralsAsync(new ListReferralsRequest { PageSize = 100 }, _suite.As(_suite.Receiver));
        Assert.Contains(received.Referrals, row => row.ReferralId == sent.ReferralId);
        Assert.DoesNotContain(received.Referrals, row => row.State == ReferralState.Draft);
        var onlyDrafts = await _suite.Referrals.ListReferralsAsync(
            new ListReferralsRequest { PageSize = 100, State = ReferralState.Draft }, _suite.As(_suite.Receiver));
        Assert.Empty(onlyDrafts.Referrals);
    }
}
