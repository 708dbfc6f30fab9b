using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Meetings;

public sealed class CancelTests
{
    [Fact]
    public void Cancel_WhenCalled_IsCancelledAndToldAsTheSecondEvent()
    {
        var meeting = Calls.Cancelled();
        Assert.Equal((MeetingState.Cancelled, 2L), (meeting.State, meeting.Sequence));
    }

    [Fact]
    public void Cancel_WhenHeld_IsRefused() =>
        Refusals.AssertRefused(RefusalKind.WrongState, "MEETING_ALREADY_HELD", () => Calls.Held().Cancel());

    [Fact]
    public void Cancel_Twice_IsRefused() =>
        Refusals.AssertRefused(RefusalKind.WrongState, "MEETING_CANCELLED", () => Calls.Cancelled().Cancel());
}
