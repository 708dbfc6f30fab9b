using Tsunagu.Meetings.Domain;
using Xunit;
using Wire = Tsunagu.Contracts.Meetings.V1;

namespace Tsunagu.Tests.Unit.Meetings;

public sealed class WireTests
{
    [Fact]
    public void Enums_AgreeWithTheContract()
    {
        EnumNumbers.AssertSame<MeetingKind, Wire.MeetingKind>();
        EnumNumbers.AssertSame<MeetingState, Wire.MeetingState>();
    }
}
