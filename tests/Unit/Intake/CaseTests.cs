using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Intake;

public sealed class CaseTests
{
    static readonly StaffId Worker = new("welfare-sato");

    [Fact]
    public void OpenCase_MakesTheCallerResponsibleAndKeepsTheOwner()
    {
        var consultation = Sheets.Recorded(subject: Sheets.Resident());
        var opened = consultation.OpenCase(Sheets.NewCase(), Worker, Sheets.Now);

        Assert.Equal((Worker, Sheets.TaxOffice), (opened.Responsible, opened.Agency));
        Assert.Equal((CaseState.Open, Sheets.Now, 1L), (opened.State, opened.OpenedAt, opened.Sequence));
        Assert.Equal((consultation.Id, consultation.Resident, consultation.Household), (opened.Consultation, opened.Resident, opened.Household));
        Assert.Equal(opened.Id, consultation.Case);
    }

    [Fact]
    public void OpenCase_WhenUnidentified_OpensACaseOfNobodyYet() =>
        Assert.Null(Sheets.Recorded().OpenCase(Sheets.NewCase(), Worker, Sheets.Now).Resident);

    [Fact]
    public void OpenCase_Twice_IsRefusedAndKeepsTheFirst()
    {
        var consultation = Sheets.Recorded();
        var first = consultation.OpenCase(Sheets.NewCase(), Worker, Sheets.Now);

        Refusals.AssertRefused(
            RefusalKind.WrongState, "CASE_ALREADY_OPEN", () => consultation.OpenCase(Sheets.NewCase(), Worker, Sheets.Now));
        Assert.Equal(first.Id, consultation.Case);
    }

    [Fact]
    public void Follow_MovesTheCaseToTheCorrectedResident()
    {
        var opened = Sheets.Recorded(subject: Sheets.Resident(1)).OpenCase(Sheets.NewCase(), Worker, Sheets.Now);
        opened.Follow(Sheets.Resident(2));
        Assert.Equal(Sheets.Resident(2), new RegisterSubject(opened.Resident!.Value, opened.Household));
    }
}
