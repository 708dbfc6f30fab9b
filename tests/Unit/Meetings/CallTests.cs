using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Meetings;

public sealed class CallTests
{
    [Fact]
    public void Call_IsCalledByTheConvenerAndInvitesEachAgencyOnce()
    {
        var meeting = Calls.Called(Calls.Conference with { Agencies = [Calls.School, Calls.Council, Calls.School] });

        Assert.Equal((MeetingState.Called, Calls.Welfare, Calls.Coordinator, 1L), (meeting.State, meeting.Convener, meeting.CalledBy, meeting.Sequence));
        Assert.Equal([new(Calls.School, Calls.Now), new(Calls.Council, Calls.Now)], meeting.Invitations);
    }

    [Fact]
    public void Call_StartingNow_IsRefused() =>
        AssertRefused("STARTS_AT_NOT_IN_FUTURE", Calls.Conference with { StartsAt = Calls.Now });

    [Theory]
    [InlineData(15)]
    [InlineData(480)]
    public void Call_OfTheShortestAndTheLongestDuration_IsTaken(int minutes) =>
        Assert.Equal(minutes, Calls.Called(Calls.Conference with { DurationMinutes = minutes }).DurationMinutes);

    [Theory]
    [InlineData(14)]
    [InlineData(481)]
    public void Call_ShorterOrLonger_IsRefused(int minutes) =>
        AssertRefused("DURATION_OUT_OF_RANGE", Calls.Conference with { DurationMinutes = minutes });

    [Fact]
    public void Call_InvitingTheConvener_IsRefused() =>
        AssertRefused("CONVENER_INVITED", Calls.Conference with { Agencies = [Calls.Council, Calls.Welfare] });

    static void AssertRefused(string code, MeetingCall call) =>
        Refusals.AssertRefused(RefusalKind.Invalid, code, () => Calls.Called(call));
}
