using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Intake;

public sealed class LinkTests
{
    [Fact]
    public void Link_WhenUnidentified_NamesTheResidentAndTellsIt()
    {
        var consultation = Sheets.Recorded();
        consultation.Link(Sheets.Resident());

        Assert.Equal(SubjectState.Linked, consultation.SubjectState);
        Assert.Equal(Sheets.Resident().Household, consultation.Household);
        Assert.Equal(2, consultation.Sequence);
    }

    [Fact]
    public void Link_ToAnotherResident_CorrectsResidentAndHousehold()
    {
        var consultation = Sheets.Recorded(subject: Sheets.Resident(1));
        consultation.Link(Sheets.Resident(2) with { Household = null });

        Assert.Equal(Sheets.Resident(2).Resident, consultation.Resident);
        Assert.Null(consultation.Household);
    }

    [Fact]
    public void Link_ToTheSameResident_IsRefusedAndTellsNothing()
    {
        var consultation = Sheets.Recorded(subject: Sheets.Resident());

        Refusals.AssertRefused(RefusalKind.WrongState, "CONSULTATION_ALREADY_LINKED", () => consultation.Link(Sheets.Resident()));
        Assert.Equal(1, consultation.Sequence);
    }
}
