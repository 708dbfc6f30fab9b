using Tsunagu.Intake;
using Tsunagu.Intake.Domain;
using Xunit;
using Wire = Tsunagu.Contracts.Intake.V1;

namespace Tsunagu.Tests.Unit.Intake;

public sealed class WireTests
{
    [Fact]
    public void Enums_AgreeWithTheContract()
    {
        EnumNumbers.AssertSame<Channel, Wire.Channel>();
        EnumNumbers.AssertSame<StatedSex, Wire.StatedSex>();
        EnumNumbers.AssertSame<Issue, Wire.Issue>();
        EnumNumbers.AssertSame<Urgency, Wire.Urgency>();
        EnumNumbers.AssertSame<SubjectState, Wire.SubjectState>();
        EnumNumbers.AssertSame<CaseState, Wire.CaseState>();
    }

    [Theory]
    [InlineData(null, "URGENCY_UNSPECIFIED")]
    [InlineData(Urgency.Immediate, "URGENCY_IMMEDIATE")]
    public void UrgencyCode_IsTheNameOfTheContract(Urgency? urgency, string code) => Assert.Equal(code, IntakeWire.UrgencyCode(urgency));

    [Fact]
    public void Person_OfWhomNothingWasSaid_IsAbsentOnTheWire() => Assert.Null(PersonWire.ToWire(PersonWire.Parse(new Wire.StatedPerson { Name = " " })));

    [Fact]
    public void Person_AgeZero_IsNotTakenForAbsent()
    {
        var wire = PersonWire.ToWire(PersonWire.Parse(new Wire.StatedPerson { ApproximateAge = 0 }));
        Assert.True(wire!.HasApproximateAge);
    }
}
