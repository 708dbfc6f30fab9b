using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;
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
        EnumNumbers.AssertSame<RulesState, Wire.MeetingRulesState>();
        EnumNumbers.AssertSame<RulesState, SharingRulesState>();
    }
}
