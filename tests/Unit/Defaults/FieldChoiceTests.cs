using Google.Protobuf.WellKnownTypes;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Xunit;

namespace Tsunagu.Tests.Unit.Defaults;

public sealed class FieldChoiceTests
{
    [Fact]
    public void Choice_OfAMember_IsTheMember() => Assert.Equal(DayOfWeek.Friday, FieldParser.Choice<DayOfWeek>(5, "day"));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(-1)]
    public void Choice_UnspecifiedOrUnknown_IsRefused(int number) => Refusals.AssertRefused(
        RefusalKind.Invalid, "FIELD_INVALID", () => FieldParser.Choice<DayOfWeek>(number, "day"));

    [Fact]
    public void ChoiceOrNull_Unspecified_IsNull() => Assert.Null(FieldParser.ChoiceOrNull<DayOfWeek>(0, "day"));

    [Fact]
    public void Time_IsCutToWhatTheDatabaseKeeps() => Assert.Equal(
        DateTimeOffset.UnixEpoch.AddTicks(10), FieldParser.Time(new Timestamp { Nanos = 1_999 }, "at"));

    [Fact]
    public void Time_Absent_IsRefused() =>
        Refusals.AssertRefused(RefusalKind.Invalid, "FIELD_INVALID", () => FieldParser.Time(null, "at"));

    [Fact]
    public void Time_OutOfRange_IsRefused() => Refusals.AssertRefused(
        RefusalKind.Invalid, "FIELD_INVALID", () => FieldParser.TimeOrNull(new Timestamp { Seconds = long.MaxValue }, "at"));
}
