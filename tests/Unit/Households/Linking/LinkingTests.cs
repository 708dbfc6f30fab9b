using System.Diagnostics;
using Tsunagu.Households.Linking;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Linking;

/// <summary>Whole registers against whole lists: what is linked without anybody looking must be right, and must be nearly all.</summary>
public sealed class LinkingTests(ITestOutputHelper output)
{
    const double Precision = 0.999;
    const double F1 = 0.97;

    [Fact]
    public void GeneratedCity_IsLinkedRightAndNearlyWholly()
    {
        var seed = Seed.Draw();
        var city = new GeneratedCity(seed, Tier.IsFull ? 100_000 : 4_000);
        KeylessRecord[] records = [.. new Scribe(city, seed + 1).Write(Tier.IsFull ? 10_000 : 1_500)];
        var clock = Stopwatch.StartNew();
        var report = Link(records, city.Residents.Select(r => r.Row()));
        output.WriteLine($"generated city: {report}; {clock.Elapsed.TotalSeconds:0.0} s");
        foreach (var line in report.Misses())
            output.WriteLine(line);
        AssertTargets(report);
    }

    [Theory]
    [InlineData("day1")]
    [InlineData("day2")]
    public async Task City_IsLinkedAsItsTruthSays(string day)
    {
        var city = KeylessCity.Chosen;
        Assert.SkipUnless(city is not null, "TSUNAGU_CITY names no city with truth/linkage.json: its feeds all have a key");
        var records = await city.RecordsAsync(day);
        Assert.NotEmpty(records);
        var clock = Stopwatch.StartNew();
        var report = Link(records, await city.ResidentsAsync(day));
        output.WriteLine($"{day}: {report}; {clock.Elapsed.TotalSeconds:0.0} s");
        foreach (var line in report.Misses())
            output.WriteLine(line);
        AssertTargets(report);
    }

    static LinkReport Link(IReadOnlyList<KeylessRecord> records, IEnumerable<LinkResident> residents)
    {
        var linker = new Linker([.. records.Select(r => r.Description)]);
        foreach (var resident in residents)
            linker.Offer(resident);
        return new LinkReport(records, linker.Decide());
    }

    static void AssertTargets(LinkReport report)
    {
        Assert.True(report.Precision >= Precision, $"precision {report.Precision} is below {Precision}");
        Assert.True(report.F1 >= F1, $"F1 {report.F1} is below {F1}");
    }
}
