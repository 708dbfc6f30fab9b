using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Meetings;

public sealed class InviteTests
{
    [Fact]
    public void Invite_AddsOnlyThoseNotInvitedBefore()
    {
        var meeting = Calls.Called();

        Assert.Equal([Calls.School], meeting.Invite([Calls.Council, Calls.School], null, Calls.Now.AddDays(1)));
        Assert.Equal([Calls.Council, Calls.School], meeting.Invitations.Select(invitation => invitation.Agency));
        Assert.Equal((Calls.Now, 2L), (meeting.Invitations[0].InvitedAt, meeting.Sequence));
    }

    [Fact]
    public void Invite_OfThoseAlreadyInvited_ChangesAndTellsNothing()
    {
        var meeting = Calls.Called();

        Assert.Empty(meeting.Invite([Calls.Council], null, Calls.Now));
        Assert.Equal(1, meeting.Sequence);
    }

    [Fact]
    public void Invite_WhenHeld_IsTaken() => Assert.Equal([Calls.School], Calls.Held().Invite([Calls.School], null, Calls.Now));

    [Fact]
    public void Invite_WhenCancelled_IsRefused() => Refusals.AssertRefused(
        RefusalKind.WrongState, "MEETING_CANCELLED", () => Calls.Cancelled().Invite([Calls.School], null, Calls.Now));

    [Fact]
    public void Invite_OfTheConvener_IsRefused() => Refusals.AssertRefused(
        RefusalKind.Invalid, "CONVENER_INVITED", () => Calls.Called().Invite([Calls.School, Calls.Welfare], null, Calls.Now));
}
