using System.Globalization;
using Tsunagu.Tests.Benchmarks.Friday;
using Tsunagu.Tests.Benchmarks.Guard;
using Tsunagu.Tests.Benchmarks.Imports;
using Tsunagu.Tests.Benchmarks.Measuring;
using Tsunagu.Tests.Benchmarks.Search;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Benchmarks.Growth;

/// <summary>
/// What a row of the first file and of a day's file, a view and a search cost in towns of 10,000, 100,000 and a million residents. The figure is the dearest of
/// them in the largest town, in percent of what it costs in the smallest, beside the same for something that grows with the logarithm.
/// </summary>
sealed class GrowthBenchmark : IBenchmark
{
    const int Million = 1_000_000;
    const int Smoke = 4_000;
    const int SampleSize = 2_000;
    const int Days = 2;

    public string Name => "growth";

    public async Task<Figure> RunAsync(Settings settings)
    {
        var largest = settings.People ?? (settings.Rounds > 1 ? Million : Smoke);
        int[] sizes = [largest / 100, largest / 10, largest];
        await using var suite = await SuiteProcess.StartAsync();
        await using var server = await HouseholdProcess.StartAsync(suite, Side.Guarded);
        using var desk = await ImportDesk.OpenAsync(suite, server.Address, Department.All);
        // What is compiled while it runs for the first time must not count against the smallest town.
        _ = await CostsAsync(settings, suite, server, desk, sizes[0]);
        var costs = new List<Cost[]>();
        foreach (var size in sizes)
        {
            costs.Add(await CostsAsync(settings, suite, server, desk, size));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"growth: {size,9} residents: {string.Join(", ", costs[^1].Select(cost => $"{cost.Name} {cost.Microseconds:0.0} us"))}"));
        }
        var worst = costs[0].Zip(costs[^1]).MaxBy(pair => pair.Second.Microseconds / pair.First.Microseconds);
        Console.WriteLine($"growth: the dearest is {worst.First.Name}");
        return new Figure(100 * worst.Second.Microseconds / worst.First.Microseconds, 100 * Math.Log(sizes[^1]) / Math.Log(sizes[0]), "percent of the smallest");
    }

    static async Task<Cost[]> CostsAsync(Settings settings, SuiteProcess suite, HouseholdProcess server, ImportDesk desk, int people)
    {
        await HouseholdData.EmptyAsync(suite);
        var files = new TownFiles(people);
        var first = await PerRowAsync(desk, files.Of(nextDay: false, Department.All));
        await HouseholdData.TidyAsync(suite);
        var daily = new List<double>();
        for (var day = 0; day < Days; day++)
            daily.Add(await PerRowAsync(desk, files.Of(nextDay: day % 2 == 0, Department.All)));
        await HouseholdData.TidyAsync(suite);

        var token = await Staff.SignInAsync(suite, "tax-01");
        using var viewer = new Viewer(server.Address, new SampleCity(token, await HouseholdData.HouseholdsAsync(suite)));
        using var searcher = new Searcher(server.Address, new SearchTown(token, [.. files.People.Where((_, place) => place % Math.Max(1, people / SampleSize) == 0)]));
        await Callers.TimesAsync(1, settings.Warm, viewer.ViewAsync);
        var view = Distribution.Quantile(await Callers.TimesAsync(1, settings.Round * 5, viewer.ViewAsync), 0.95);
        await SearchAsync(settings.Warm);
        return [new("first row", first), new("day's row", daily.Min()), new("view, p95", view), new("search, p95", await SearchAsync(settings.Round * 5))];

        Task<double> SearchAsync(TimeSpan time) =>
            searcher.P95Async(time, (person, place) => NameSearches.Kinds[place % NameSearches.Kinds.Length].Of(person));
    }

    static async Task<double> PerRowAsync(ImportDesk desk, IReadOnlyList<DayFile> files)
    {
        desk.TurnPage();
        var time = TimeSpan.Zero;
        foreach (var file in files)
            time += await desk.ImportAsync(file);
        return time.TotalMicroseconds / files.Sum(file => file.Rows);
    }

    /// <summary>What one of something costs.</summary>
    readonly record struct Cost(string Name, double Microseconds);
}
