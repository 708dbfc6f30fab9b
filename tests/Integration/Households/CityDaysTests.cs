using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.Integration.Households.LifeEvents;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Two days of a whole city: every count, household, involvement, bad row, verdict and difference is that of its truth.</summary>
public sealed class CityDaysTests(HouseholdFixture fixture) : IClassFixture<HouseholdFixture>
{
    [Fact]
    public async Task TwoDays_EqualTheirTruth_AndEqualItAgainWhenRepeated()
    {
        var city = new CityDays(fixture);
        foreach (var file in await city.FilesAsync(1))
            await CityTruth.AssertCountsAsync(fixture, await city.ImportAsync(file, 1), City.Chosen.Truth("counts").GetProperty(file.Path));
        foreach (var file in await city.FilesAsync(2))
            await city.AssertSecondDayAsync(await city.ImportAsync(file, 2), file.Path);
        await CityTruth.AssertViewsAsync(fixture);
        await city.AssertEventsAsync();
        var life = new CityLife(fixture);
        await life.AssertAsync();
        var happened = await life.DescribeAsync(ids: true);

        var (first, second) = (await city.DescribeAsync(City.FirstDay), await city.DescribeAsync(City.SecondDay));
        Assert.NotEqual(first, second);
        foreach (var file in await city.FilesAsync(1))
            Assert.Equal(ImportState.Unchanged, (await city.ImportAsync(file, 1)).State);
        foreach (var file in await city.FilesAsync(2))
        {
            var again = await city.ImportAsync(file, 2);
            var (state, problem) = CityDays.Verdict(file.Feed);
            Assert.Equal((state == ImportState.Applied ? ImportState.Unchanged : state, problem, 0), (again.State, again.ProblemCode, again.Changed));
        }
        Assert.Equal(first, await city.DescribeAsync(City.FirstDay));
        Assert.Equal(second, await city.DescribeAsync(City.SecondDay));
        Assert.Equal(happened, await life.DescribeAsync(ids: true));
    }

    [Fact]
    public async Task SecondDayBeforeTheFirst_GivesTheSameHouseholdsOnBothDays()
    {
        await using var inOrder = new HouseholdFixture();
        await using var otherwise = new HouseholdFixture();
        await inOrder.InitializeAsync();
        await otherwise.InitializeAsync();
        var (city, other) = (new CityDays(inOrder), new CityDays(otherwise));
        foreach (var day in new[] { 1, 2 })
        {
            foreach (var file in await city.FilesAsync(day))
                _ = await city.ImportAsync(file, day);
        }

        // A cut file is known by the file before it alone; the others come in whatever order, the register in the midst of them.
        var second = await other.FilesAsync(2);
        var first = await other.FilesAsync(1);
        foreach (var file in second.Where(f => CityDays.IsGood(f.Feed)).OrderBy(f => f.Path[^6]).ThenByDescending(f => f.Feed, StringComparer.Ordinal))
            Assert.Equal(ImportState.Applied, (await other.ImportAsync(file, 2)).State);
        foreach (var file in first.OrderByDescending(f => f.Path[^6]).ThenBy(f => f.Feed, StringComparer.Ordinal))
            Assert.NotEqual(ImportState.Quarantined, (await other.ImportAsync(file, 1)).State);
        foreach (var file in second.Where(f => !CityDays.IsGood(f.Feed)))
            Assert.Equal(CityDays.Verdict(file.Feed).Problem, (await other.ImportAsync(file, 2)).ProblemCode);

        await CityTruth.AssertViewsAsync(otherwise);
        await other.AssertEventsAsync();
        foreach (var day in new[] { City.FirstDay, City.SecondDay, City.SecondDay.AddDays(30) })
            Assert.Equal(await city.DescribeAsync(day), await other.DescribeAsync(day));
        Assert.Equal(await new CityLife(inOrder).DescribeAsync(ids: false), await new CityLife(otherwise).DescribeAsync(ids: false));
    }
}
