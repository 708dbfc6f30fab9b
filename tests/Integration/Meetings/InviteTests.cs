using Grpc.Core;
using Tsunagu.Contracts.Events.Meetings;
using Xunit;

namespace Tsunagu.Tests.Integration.Meetings;

[Collection(nameof(MeetingFixture))]
public sealed class InviteTests(MeetingFixture fixture)
{
    [Fact]
    public async Task Invite_AFurtherAgency_IsInvitedAndToldAlone()
    {
        var convener = await fixture.ConvenerAsync();
        var called = await convener.CallAsync();
        var invited = await convener.InviteAsync(called, Convener.Council, Convener.Npo);

        Assert.Equal([Convener.Council, Convener.Npo], invited.Invitations.Select(invitation => invitation.AgencyId));
        Assert.NotEqual(called.Version, invited.Version);
        var told = Assert.Single(await fixture.Events.WaitForAsync<AgenciesInvited>(called.MeetingId));
        Assert.Equal(2, told.Sequence);
        Assert.Equal([Convener.Npo], told.InvitedAgencyIds);
    }

    [Fact]
    public async Task Invite_AnAgencyInvitedBefore_ChangesAndTellsNothing()
    {
        var convener = await fixture.ConvenerAsync();
        var called = await convener.CallAsync();

        Assert.Equal(called, await convener.InviteAsync(called, Convener.Council));
        Assert.Equal(1, await fixture.ToldAsync(convener.Agency));
    }

    [Fact]
    public async Task Invite_AnAgencyNobodyKnows_IsRefusedAndInvitesNone()
    {
        var convener = await fixture.ConvenerAsync();
        var called = await convener.CallAsync();

        await Refused.AssertFieldAsync("agency_ids", convener.InviteAsync(called, Convener.Npo, "nobody"), "AGENCY_UNKNOWN");
        Assert.Equal(called, await convener.Meetings.GetMeetingAsync(new() { MeetingId = called.MeetingId }));
    }

    [Fact]
    public async Task Invite_TheSameAgencyManyTimesAtOnce_IsInvitedAndToldOnce()
    {
        var convener = await fixture.ConvenerAsync();
        var called = await convener.CallAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Refused.StatusOfAsync(convener.InviteAsync(called, Convener.Npo))));

        Assert.All(answers, status => Assert.True(status is StatusCode.OK or StatusCode.Aborted, status.ToString()));
        Assert.Equal(2, (await convener.Meetings.GetMeetingAsync(new() { MeetingId = called.MeetingId })).Invitations.Count);
        Assert.Equal(2, await fixture.ToldAsync(convener.Agency));
    }

    [Fact]
    public async Task Invite_Nobody_IsRefused()
    {
        var convener = await fixture.ConvenerAsync();
        await Refused.AssertFieldAsync("agency_ids", convener.InviteAsync(await convener.CallAsync()));
    }

    [Fact]
    public async Task Invite_ToACancelledMeeting_IsRefused()
    {
        var convener = await fixture.ConvenerAsync();
        var called = await convener.CallAsync();
        _ = await convener.CancelAsync(called);

        await Refused.AssertAsync(StatusCode.FailedPrecondition, "MEETING_CANCELLED", convener.InviteAsync(called, Convener.Npo));
    }
}
