using System.Globalization;
using Tsunagu.Tests.Benchmarks.Friday;
using Tsunagu.Tests.Benchmarks.Guard;
using Tsunagu.Tests.Benchmarks.Imports;
using Tsunagu.Tests.Benchmarks.Measuring;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Benchmarks.Screen;

/// <summary>
/// The 99th percentile of household views while the same service takes in one day's files after the other, beside that of the service left alone. Views come at
/// a steady pace, more than the counters of such a town ask for; who waits for each answer before asking again would ask less of a busy service.
/// </summary>
sealed class ScreenImportingBenchmark : IBenchmark
{
    const int Usual = 100_000;
    const int Smoke = 2_000;
    const int ViewsPerSecond = 50;
    const string Unit = "us-p99";

    static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    public string Name => "screen-importing";

    public async Task<Figure> RunAsync(Settings settings)
    {
        var people = settings.People ?? (settings.Rounds > 1 ? Usual : Smoke);
        var files = new TownFiles(people);
        IReadOnlyList<DayFile>[] days = [files.Of(nextDay: true, Department.All), files.Of(nextDay: false, Department.All)];
        await using var suite = await SuiteProcess.StartAsync();
        await using var server = await HouseholdProcess.StartAsync(suite, Side.Guarded);
        using var desk = await ImportDesk.OpenAsync(suite, server.Address, Department.All);
        using var viewer = new Viewer(server.Address, await ScreenTown.ImportAsync(suite, desk, people));

        var imported = 0;
        // Long enough for a file to be read and merged within it.
        var stretch = settings.Rounds > 1 ? settings with { Round = settings.Round * 20, Warm = settings.Warm * 4 } : settings;
        var figure = await Duel.RunAsync(stretch, Unit, WhileImportingAsync, IdleAsync);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"screen-importing: {imported} files taken in beside {ViewsPerSecond} views/s of {people} residents"));
        return figure;

        async Task<double> WhileImportingAsync(TimeSpan time)
        {
            using var over = new CancellationTokenSource();
            var importing = ImportAsync(over.Token);
            var p99 = await P99Async(time, viewer);
            await over.CancelAsync();
            await importing;
            return p99;
        }

        async Task<double> IdleAsync(TimeSpan time)
        {
            await Task.Delay(Settling);
            return await P99Async(time, viewer);
        }

        async Task ImportAsync(CancellationToken over)
        {
            do
            {
                desk.TurnPage();
                foreach (var file in days[imported / days[0].Count % 2])
                {
                    await desk.ImportAsync(file);
                    imported++;
                }
            }
            while (!over.IsCancellationRequested);
        }
    }

    static async Task<double> P99Async(TimeSpan time, Viewer viewer) =>
        Distribution.Quantile(await Callers.PacedTimesAsync(ViewsPerSecond, time, viewer.ViewAsync), 0.99);
}
