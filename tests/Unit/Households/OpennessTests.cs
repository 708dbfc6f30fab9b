using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class OpennessTests
{
    static readonly DateOnly Today = new(2026, 4, 1);

    [Theory]
    [InlineData("2026-04-01", "2026-04-01", "受給中", true)]
    [InlineData("2025-04-01", null, "受給中", true)]
    [InlineData("2026-04-02", null, "受給中", false)]
    [InlineData("2025-04-01", "2026-03-31", "受給中", false)]
    [InlineData("2025-04-01", null, "廃止", false)]
    [InlineData(null, null, "申請中", false)]
    public void Record_IsOpen_WhileItsPeriodRunsAndItsStatusDoesNotCloseIt(string? start, string? end, string status, bool open) =>
        Assert.Equal(open, Openness.IsOpen(Day(start), Day(end), status, ["廃止"], Today));

    [Theory]
    [InlineData(null, "加入中")]
    [InlineData("2026-04-02", "加入中")]
    [InlineData("2026-04-01", "喪失")]
    public void Status_OfSourceWithoutOne_FollowsTheEndDate(string? end, string status) =>
        Assert.Equal(status, Openness.StatusOn("加入中", "喪失", Day(end), Today));

    [Fact]
    public void Status_OfSourceWithItsOwn_StaysWhatItTells() => Assert.Equal("受給中", Openness.StatusOn("受給中", null, Day("2020-01-01"), Today));

    static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");
}
