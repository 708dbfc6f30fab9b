using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Meetings;

public sealed class DecisionTests
{
    [Fact]
    public void Record_TheFirstDecision_MakesTheMeetingHeld()
    {
        var meeting = Calls.Called();
        meeting.Record(Calls.DecisionFor(Calls.Council));

        Assert.Equal((MeetingState.Held, 2L), (meeting.State, meeting.Sequence));
    }

    [Fact]
    public void Record_FurtherDecisions_AreKeptInOrder()
    {
        var meeting = Calls.Held();
        meeting.Record(Calls.DecisionFor(Calls.Welfare));

        Assert.Equal([Calls.Council, Calls.Welfare], meeting.Decisions.Select(decision => decision.ResponsibleAgency));
        Assert.Equal((MeetingState.Held, 3L), (meeting.State, meeting.Sequence));
    }

    [Fact]
    public void Record_ForAnAgencyThatIsNotInvited_IsRefused() => Refusals.AssertRefused(
        RefusalKind.Invalid, "RESPONSIBLE_AGENCY_NOT_INVITED", () => Calls.Called().Record(Calls.DecisionFor(Calls.School)));

    [Fact]
    public void Record_WhenCancelled_IsRefused() => Refusals.AssertRefused(
        RefusalKind.WrongState, "MEETING_CANCELLED", () => Calls.Cancelled().Record(Calls.DecisionFor(Calls.Council)));
}
