using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Intake.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Intake;

[Collection(nameof(IntakeFixture))]
public sealed class SearchTests(IntakeFixture fixture)
{
    static readonly DateTime Noon = new(2026, 6, 5, 3, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("花子")]
    [InlineData("戸塚　花")]
    [InlineData("戸\uFA10")]
    public Task Search_PartOfTheName_IsFound(string name) => FindsAsync(new() { Name = name }, "hanako");

    [Theory]
    [InlineData("とつか")]
    [InlineData("ﾄﾂｶ")]
    [InlineData("トヅカ ハナ")]
    public Task Search_PartOfTheKanaInAnyWriting_IsFound(string kana) => FindsAsync(new() { Kana = kana }, "hanako");

    [Fact]
    public Task Search_KanaOfANameTakenDownInKanaAlone_IsFound() => FindsAsync(new() { Kana = "ｼﾞﾛｳ" }, "jiro");

    [Fact]
    public Task Search_AnIssueBesideTheMainOne_IsFound() => FindsAsync(new() { Issue = Issue.Care }, "jiro");

    [Fact]
    public Task Search_FromATimeBeforeAnother_TakesTheFirstAndLeavesTheSecond() => FindsAsync(
        new() { ReceivedFrom = Noon.ToTimestamp(), ReceivedBefore = Noon.AddHours(1).ToTimestamp() }, "hanako");

    [Fact]
    public Task Search_SeveralCriteria_MustHoldTogether() => FindsAsync(new() { Kana = "とつか", Issue = Issue.Care });

    [Fact]
    public Task Search_Unidentified_IsEverySheetThatIsNotLinked() => FindsAsync(new() { SubjectState = SubjectState.Unidentified }, "jiro", "hanako");

    [Fact]
    public Task Search_Linked_IsNoneOfThese() => FindsAsync(new() { SubjectState = SubjectState.Linked });

    [Fact]
    public Task Search_ASignThatStandsForAny_IsTakenAsItself() => FindsAsync(new() { Name = "%" });

    [Fact]
    public async Task Search_ForMarksAlone_IsRefused() =>
        await Refused.AssertFieldAsync("kana", fixture.Desk().Intake.SearchConsultationsAsync(new() { Kana = "ー・" }));

    // Newest first.
    async Task FindsAsync(SearchConsultationsRequest request, params string[] desks)
    {
        var desk = fixture.Desk();
        _ = await desk.RecordAsync(sheet =>
        {
            sheet.Desk = "hanako";
            sheet.ReceivedAt = Noon.ToTimestamp();
            sheet.Person = new() { Name = "戸塚 花子", Kana = "とつか はなこ" };
        });
        _ = await desk.RecordAsync(sheet =>
        {
            sheet.Desk = "jiro";
            sheet.ReceivedAt = Noon.AddHours(1).ToTimestamp();
            sheet.Person = new() { Name = "サトウ ジロウ" };
            sheet.Issues.Add(Issue.Care);
        });

        var found = await desk.Intake.SearchConsultationsAsync(request);
        Assert.Equal(desks, found.Consultations.Select(row => row.Desk));
    }
}
