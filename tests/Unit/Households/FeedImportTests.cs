using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class FeedImportTests
{
    static readonly DateTimeOffset Now = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly ReceivedFile File = new("00", 10, 100, 2, ["個人番号"], null);

    [Fact]
    public void AppliedImport_IsFinal()
    {
        var import = Begin();
        import.Apply(File, new ImportCounts(98, 2, 0, 98, 0, 0), Now);
        Assert.Equal((ImportState.Applied, 100, 98, 2), (import.State, import.Rows, import.GoodRows, import.RejectedRows));
        AssertWrongState(() => import.Fail(ImportProblems.Internal, Now));
        AssertWrongState(() => import.Quarantine(File, ImportProblems.Empty, Now));
        AssertWrongState(() => import.Resume(Now));
    }

    [Fact]
    public void FailedImport_MayBeginAgain()
    {
        var import = Begin();
        import.Fail(ImportProblems.Interrupted, Now);
        import.Resume(Now.AddMinutes(1));
        Assert.Equal((ImportState.Running, "", Now.AddMinutes(1)), (import.State, import.ProblemCode, import.ReceivedAt));
    }

    [Fact]
    public void FileWithoutDataDate_HoldsOnTheDayOfJapanOnWhichItIsReceived()
    {
        var evening = new DateTimeOffset(2026, 3, 31, 15, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateOnly(2026, 4, 1), Begin(evening).DataDate);
        Assert.Equal(new DateOnly(2026, 3, 31), Begin(evening.AddTicks(-1)).DataDate);
        Assert.Equal(new DateOnly(2020, 2, 29), Begin(evening, new(2020, 2, 29)).DataDate);
    }

    [Theory]
    [InlineData(70, 100, null)]
    [InlineData(69, 100, ImportProblems.Truncated)]
    [InlineData(1, null, null)]
    [InlineData(0, null, ImportProblems.Empty)]
    public void File_IsJudgedByTheOneBefore(int rows, int? before, string? problem) =>
        Assert.Equal(problem, ImportVerdict.Problem(File with { Rows = rows }, before, 0.7));

    [Fact]
    public void ProblemOfTheFileItself_ComesFirst() =>
        Assert.Equal(ImportProblems.Layout, ImportVerdict.Problem(File with { Rows = 0, Problem = ImportProblems.Layout }, 100, 0.7));

    static FeedImport Begin() => Begin(Now);

    static FeedImport Begin(DateTimeOffset now, DateOnly? dataDate = null) =>
        FeedImport.Begin(Guid.NewGuid(), "feed", 1, "file.csv", new StaffId("s"), new AgencyId("a"), now, dataDate);

    static void AssertWrongState(Action act) => Assert.Equal("IMPORT_WRONG_STATE", Assert.Throws<Refusal>(act).Code);
}
