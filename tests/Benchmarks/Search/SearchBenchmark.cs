using System.Diagnostics;
using System.Globalization;
using Tsunagu.Tests.Benchmarks.Guard;
using Tsunagu.Tests.Benchmarks.Measuring;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Benchmarks.Search;

/// <summary>The 95th percentile of searches by kana and parts of names, beside an exact lookup by number behind the same RPC, with the same guard and audit.</summary>
sealed class SearchBenchmark : IBenchmark
{
    const int Million = 1_000_000;
    const int Smoke = 2_000;
    const string Unit = "us-p95";

    public string Name => "search";

    public async Task<Figure> RunAsync(Settings settings)
    {
        var people = settings.People ?? (settings.Rounds > 1 ? Million : Smoke);
        await using var suite = await SuiteProcess.StartAsync();
        var watch = Stopwatch.StartNew();
        var town = await SearchTown.ImportAsync(suite, people);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"search: {people} residents taken in within {watch.Elapsed.TotalSeconds:0} s"));
        await using var server = await HouseholdProcess.StartAsync(suite, Side.Guarded);
        using var searcher = new Searcher(server.Address, town);
        // A second holds too few searches for a steady percentile.
        var stretch = settings.Rounds > 1 ? settings with { Round = settings.Round * 3 } : settings;
        foreach (var (kind, question) in NameSearches.Kinds.Where(kind => settings.Asks(kind.Kind)))
        {
            await searcher.P95Async(settings.Warm / 3, (person, _) => question(person));
            var time = await searcher.P95Async(stretch.Round, (person, _) => question(person));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"search: {kind}: {time:0} {Unit}"));
        }
        return await Duel.RunAsync(stretch, Unit,
            time => searcher.P95Async(time, (person, place) => NameSearches.Kinds[place % NameSearches.Kinds.Length].Of(person)),
            time => searcher.P95Async(time, (person, _) => NameSearches.ByNumber(person)));
    }
}
