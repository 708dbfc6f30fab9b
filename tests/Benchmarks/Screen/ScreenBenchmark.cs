using System.Globalization;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.Benchmarks.Friday;
using Tsunagu.Tests.Benchmarks.Guard;
using Tsunagu.Tests.Benchmarks.Imports;
using Tsunagu.Tests.Benchmarks.Measuring;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Benchmarks.Screen;

/// <summary>The 99th percentile of household views by 32 callers, beside the same rows by prepared SQL behind the same RPC, with the same guard and audit.</summary>
sealed class ScreenBenchmark : IBenchmark
{
    const int Usual = 100_000;
    const int Smoke = 2_000;
    const int CallersAtOnce = 32;
    const int Compared = 50;
    const string Unit = "us-p99";

    public string Name => "screen";

    public async Task<Figure> RunAsync(Settings settings)
    {
        await using var suite = await SuiteProcess.StartAsync();
        await using var guarded = await HouseholdProcess.StartAsync(suite, Side.Guarded);
        using var desk = await ImportDesk.OpenAsync(suite, guarded.Address, Department.All);
        var town = await ScreenTown.ImportAsync(suite, desk, settings.People ?? (settings.Rounds > 1 ? Usual : Smoke));
        await using var bare = await HouseholdProcess.StartAsync(suite, Side.Bare);
        using var ours = new Viewer(guarded.Address, town);
        using var limit = new Viewer(bare.Address, town);
        foreach (var household in town.Households.Take(Compared))
            RequireSameRows(await ours.ReadAsync(household), await limit.ReadAsync(household));

        // A second holds too few views for a steady percentile, and a saturated service is long in compiling what it runs often.
        var stretch = settings.Rounds > 1 ? settings with { Round = settings.Round * 5, Warm = settings.Warm * 4 } : settings;
        if (settings.Asks("alone"))
        {
            var alone = await Duel.RunAsync(stretch, Unit, time => P99Async(1, time, ours), time => P99Async(1, time, limit));
            Console.WriteLine(alone.Describe("screen: alone:"));
        }
        if (settings.Asks("walls"))
            await WallsAsync(stretch, suite, ours, town);
        var figure = await Duel.RunAsync(stretch, Unit, time => P99Async(CallersAtOnce, time, ours), time => P99Async(CallersAtOnce, time, limit));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"screen: {town.Households.Count} households"));
        return figure;
    }

    /// <summary>What row-level security costs: the service as it is beside itself with a login that bypasses it.</summary>
    static async Task WallsAsync(Settings settings, SuiteProcess suite, Viewer ours, SampleCity town)
    {
        await using var unwalled = await HouseholdProcess.StartAsync(suite, Side.Unwalled);
        using var limit = new Viewer(unwalled.Address, town);
        var figure = await Duel.RunAsync(
            settings, "views/s", time => Callers.RateAsync(CallersAtOnce, time, ours.ViewAsync), time => Callers.RateAsync(CallersAtOnce, time, limit.ViewAsync));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{figure.Describe("screen: walls:")}, row-level security costs {1 - (figure.Ours / figure.Limit):P0} (aim: at most 15 %)"));
    }

    static async Task<double> P99Async(int callers, TimeSpan time, Viewer viewer) =>
        Distribution.Quantile(await Callers.TimesAsync(callers, time, viewer.ViewAsync), 0.99);

    // A limit that reads less would flatter nobody but itself.
    static void RequireSameRows(HouseholdView ours, HouseholdView limit)
    {
        if (!Rows(ours).SequenceEqual(Rows(limit)))
            throw new InvalidOperationException("The two sides show different rows.");
    }

    static IEnumerable<string> Rows(HouseholdView view) => view.Members
        .SelectMany(member => member.Involvement
            .Select(one => $"{member.Resident.ResidentId} {one.FeedId} {one.Status} {one.StartDate} {one.EndDate} {one.Source.ImportId} {one.Source.FileName} {one.Source.Line}")
            .Append($"{member.Resident.ResidentNumber} {member.Resident.Name} {member.Resident.Address} {member.Source.ImportId} {member.Source.Line}"))
        .Concat(view.Feeds.Where(feed => feed.DataDate.Length > 0).Select(feed => $"{feed.FeedId} {feed.DataDate}"))
        .Append(view.HouseholdNumber)
        .Order(StringComparer.Ordinal);
}
