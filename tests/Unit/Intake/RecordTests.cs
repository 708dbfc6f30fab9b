using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Intake;

public sealed class RecordTests
{
    [Fact]
    public void Record_WithChannelComplaintAndMainIssueAlone_IsUnidentifiedAndReceivedNow()
    {
        var consultation = Sheets.Recorded();

        Assert.Equal(SubjectState.Unidentified, consultation.SubjectState);
        Assert.Equal(Sheets.Now, consultation.ReceivedAt);
        Assert.Equal(StatedPerson.Unstated, consultation.Person);
        Assert.Equal(Visitor.None, consultation.Visitor);
        Assert.Null(consultation.Urgency);
        Assert.Equal(1, consultation.Sequence);
    }

    [Fact]
    public void Record_BelongsToTheDeskThatTookIt()
    {
        var consultation = Sheets.Recorded();
        Assert.Equal((Sheets.Desk, Sheets.TaxOffice), (consultation.Staff, consultation.Agency));
    }

    [Fact]
    public void Record_AboutAResident_IsLinkedToHerAndHerHousehold()
    {
        var consultation = Sheets.Recorded(subject: Sheets.Resident());

        Assert.Equal(SubjectState.Linked, consultation.SubjectState);
        Assert.Equal(Sheets.Resident(), new RegisterSubject(consultation.Resident!.Value, consultation.Household));
    }

    [Fact]
    public void Record_ReceivedThisVeryMoment_IsTaken() =>
        Assert.Equal(Sheets.Now, Sheets.Recorded(Sheets.Minimal with { ReceivedAt = Sheets.Now }).ReceivedAt);

    [Fact]
    public void Record_ReceivedInTheFuture_IsRefused() => Refusals.AssertRefused(
        RefusalKind.Invalid, "RECEIVED_AT_IN_FUTURE", () => Sheets.Recorded(Sheets.Minimal with { ReceivedAt = Sheets.Now.AddTicks(1) }));

    [Theory]
    [InlineData("2026-06-06")]
    [InlineData("2026-07")]
    [InlineData("2027")]
    public void Record_BornInTheFuture_IsRefused(string birthDate) => Refusals.AssertRefused(
        RefusalKind.Invalid, "BIRTH_DATE_IN_FUTURE", () => Sheets.Recorded(BornOn(birthDate)));

    [Theory]
    [InlineData("2026-06-05")]
    [InlineData("2026-06")]
    [InlineData("2026")]
    public void Record_BornToday_IsTaken(string birthDate) =>
        Assert.Equal(birthDate, Sheets.Recorded(BornOn(birthDate)).Person.BirthDate!.Text);

    [Fact]
    public void Record_IssuesNamedTwice_AreKeptOnceWithTheMainOneFirst()
    {
        var sheet = Sheets.Minimal with { FurtherIssues = [Issue.Debt, Issue.TaxOrUtilities, Issue.Care, Issue.Debt] };
        Assert.Equal([Issue.TaxOrUtilities, Issue.Debt, Issue.Care], Sheets.Recorded(sheet).Issues);
    }

    static ReceptionSheet BornOn(string birthDate) =>
        Sheets.Minimal with { Person = StatedPerson.Unstated with { BirthDate = PartialDate.Parse(birthDate) } };
}
