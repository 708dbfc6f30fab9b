using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class FeedImportTests
{
    static readonly DateTimeOffset Now = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly StaffId Staff = new("s");
    static readonly ReceivedFile File = new("00", 10, 100, 2, ["個人番号"], null);

    [Fact]
    public void AppliedImport_IsFinal()
    {
        var import = Begin();
        import.Apply(File, new ImportCounts(98, 2, 0, 98, 0, 0), Now);
        Assert.Equal((ImportState.Applied, 100, 98, 2), (import.State, import.Rows, import.GoodRows, import.RejectedRows));
        AssertWrongState(() => import.Fail(ImportProblems.Internal, Now));
        AssertWrongState(() => import.Quarantine(File, ImportProblems.Empty, Now));
        AssertWrongState(() => import.Resume(1, Now));
        AssertRefused("IMPORT_WRONG_STATE", () => import.Release(2, Staff, "確認済み", Now));
        AssertRefused("IMPORT_WRONG_STATE", () => import.Cancel(Staff, "送り間違い", Now));
    }

    [Fact]
    public void FailedImport_MayBeginAgain()
    {
        var import = Begin();
        import.Fail(ImportProblems.Interrupted, Now);
        import.Resume(2, Now.AddMinutes(1));
        Assert.Equal(2, import.LayoutVersion);
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
        Assert.Equal(problem, ImportVerdict.Problem(File with { Rows = rows }, before, 0.7, vouched: false));

    [Fact]
    public void ProblemOfTheFileItself_ComesFirst() =>
        Assert.Equal(ImportProblems.Layout, ImportVerdict.Problem(File with { Rows = 0, Problem = ImportProblems.Layout }, 100, 0.7, vouched: true));

    [Theory]
    [InlineData(69, 100)]
    [InlineData(0, 100)]
    public void ReleasedFile_IsNotAskedForItsSizeAgain(int rows, int before) =>
        Assert.Null(ImportVerdict.Problem(File with { Rows = rows }, before, 0.7, vouched: true));

    [Fact]
    public void QuarantinedFile_RunsAgainWhenReleased_WithWhoAndWhy()
    {
        var import = Quarantined(ImportProblems.Truncated);
        import.Release(1, Staff, "一括廃止の通知あり", Now);
        Assert.Equal((ImportState.Running, true, "", "s", "一括廃止の通知あり", ImportProblems.Truncated), (
            import.State, import.Releasing, import.ProblemCode, import.ReleaseStaffId, import.ReleaseReason, import.ReleasedProblem));
        AssertRefused("IMPORT_WRONG_STATE", () => import.Release(1, Staff, "二度目", Now));
        AssertWrongState(() => import.Resume(1, Now));
    }

    [Theory]
    [InlineData(ImportProblems.Layout)]
    [InlineData(ImportProblems.Encoding)]
    [InlineData(ImportProblems.ForbiddenNumber)]
    public void FileThatDoesNotFit_WaitsForAnotherVersionOfTheDefinition(string problem)
    {
        var import = Quarantined(problem);
        AssertRefused("FEED_NOT_REVISED", () => import.Release(1, Staff, "確認済み", Now));
        import.Release(2, Staff, "定義を改訂", Now);
        Assert.Equal((ImportState.Running, 2), (import.State, import.LayoutVersion));
    }

    [Fact]
    public void FileWithoutACopy_CannotBeReleased() =>
        AssertRefused("IMPORT_NOT_KEPT", () => Quarantined(ImportProblems.Truncated, kept: false).Release(1, Staff, "確認済み", Now));

    [Fact]
    public void ReleaseThatFailsOnThisSide_MayBeTriedAgain()
    {
        var import = Quarantined(ImportProblems.Truncated);
        import.Release(1, Staff, "確認済み", Now);
        import.ReturnToQuarantine(Now);
        Assert.Equal((ImportState.Quarantined, ImportProblems.Truncated), (import.State, import.ProblemCode));
        import.Release(1, Staff, "もう一度", Now);
        Assert.True(import.Releasing);
    }

    [Fact]
    public void CancelledImport_IsGivenUpForGood()
    {
        var import = Quarantined(ImportProblems.Truncated);
        import.Cancel(Staff, "送り間違い", Now);
        Assert.Equal((ImportState.Failed, ImportProblems.GivenUp, false, true), (import.State, import.ProblemCode, import.FileKept, import.Finished));
        AssertWrongState(() => import.Resume(1, Now));
        AssertRefused("IMPORT_WRONG_STATE", () => import.Cancel(Staff, "二度目", Now));
    }

    static FeedImport Quarantined(string problem, bool kept = true)
    {
        var import = Begin();
        import.NoteReading("feed/1", kept);
        import.Quarantine(File, problem, Now);
        return import;
    }

    static FeedImport Begin() => Begin(Now);

    static FeedImport Begin(DateTimeOffset now, DateOnly? dataDate = null) =>
        FeedImport.Begin(Guid.NewGuid(), "feed", 1, "file.csv", 10, Staff, new AgencyId("a"), now, dataDate);

    static void AssertWrongState(Action act) => AssertRefused("IMPORT_WRONG_STATE", act);

    static void AssertRefused(string code, Action act) => Assert.Equal(code, Assert.Throws<Refusal>(act).Code);
}
