using Grpc.Core;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Meetings;

[Collection(nameof(MeetingFixture))]
public sealed class AccessTests(MeetingFixture fixture)
{
    [Fact]
    public async Task AnInvitedAgency_ReadsTheMeetingWithItsDecisions()
    {
        var convener = await fixture.ConvenerAsync();
        var held = await convener.DecideAsync(await convener.CallAsync());

        Assert.Equal(held, await fixture.As(Convener.Council, "partner").GetMeetingAsync(new() { MeetingId = held.MeetingId }));
        Assert.Single((await fixture.As(Convener.Council, "partner").ListMeetingsAsync(new() { CaseId = convener.CaseId })).Meetings);
    }

    [Fact]
    public async Task AnInvitedAgency_IsToldThatItMayNotChangeTheMeeting()
    {
        var convener = await fixture.ConvenerAsync();
        var called = await convener.CallAsync();
        var invited = convener with { Meetings = fixture.As(Convener.Council) };

        await AssertConvenerOnlyAsync(invited.DecideAsync(called));
        await AssertConvenerOnlyAsync(invited.InviteAsync(called, Convener.Npo));
        await AssertConvenerOnlyAsync(invited.CancelAsync(called));
        Assert.Equal(called, await convener.Meetings.GetMeetingAsync(new() { MeetingId = called.MeetingId }));
    }

    [Fact]
    public async Task AnAgencyThatIsNotInvited_SeesNothing()
    {
        var convener = await fixture.ConvenerAsync();
        var called = await convener.CallAsync();
        var stranger = fixture.As(Convener.Npo);

        await AssertNotFoundAsync((convener with { Meetings = stranger }).DecideAsync(called));
        await AssertNotFoundAsync((convener with { Meetings = stranger }).InviteAsync(called, Convener.Npo));
        await AssertNotFoundAsync((convener with { Meetings = stranger }).CancelAsync(called));
        await AssertNotFoundAsync(stranger.GetMeetingAsync(new() { MeetingId = called.MeetingId }));
        Assert.Empty((await stranger.ListMeetingsAsync(new() { CaseId = convener.CaseId })).Meetings);
    }

    [Fact]
    public async Task GetMeeting_UnknownOrMalformedId_IsToldApart()
    {
        var client = fixture.As(Convener.Council);
        await AssertNotFoundAsync(client.GetMeetingAsync(new() { MeetingId = Convener.NewId() }));
        await Refused.AssertFieldAsync("meeting_id", client.GetMeetingAsync(new() { MeetingId = "" }));
    }

    [Fact]
    public async Task GetMeeting_WithoutAPurpose_IsRefused() => await Refused.AssertAsync(
        StatusCode.PermissionDenied,
        "PURPOSE_MISSING",
        fixture.As(Convener.Council, purpose: null).GetMeetingAsync(new() { MeetingId = Convener.NewId() }));

    [Theory]
    [InlineData("partner")]
    [InlineData("planner")]
    [InlineData("auditor")]
    public async Task CallMeeting_ByARoleThatMayNot_IsRefused(string role) => await Refused.AssertAsync(
        StatusCode.PermissionDenied, "ROLE_NOT_PERMITTED", fixture.As(Convener.Council, role).CallMeetingAsync(new()));

    static Task<RefusedCall> AssertConvenerOnlyAsync(AsyncUnaryCall<Meeting> call) =>
        Refused.AssertAsync(StatusCode.PermissionDenied, "CONVENER_ONLY", call);

    static Task<RefusedCall> AssertNotFoundAsync(AsyncUnaryCall<Meeting> call) => Refused.AssertAsync(StatusCode.NotFound, "MEETING_NOT_FOUND", call);
}
