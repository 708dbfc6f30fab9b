using System.Globalization;
using Tsunagu.Tests.Benchmarks.Guard;
using Tsunagu.Tests.Benchmarks.Measuring;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Benchmarks.Imports;

/// <summary>
/// Rows a second that a whole file takes to be validated, merged and put into history, beside COPY of the same file into a bare table: the register and a
/// department's file with a record for everybody, for the first time or a day later with one row of a hundred changed.
/// </summary>
/// <param name="daily">A day later.</param>
sealed class ImportBenchmark(bool daily) : IBenchmark
{
    const int Usual = 100_000;
    const int Smoke = 2_000;

    // A first load is long enough to be measured in few rounds, and each needs the data of the one before removed.
    const int MostFirsts = 3;
    const string Unit = "rows/s";

    public string Name => daily ? "import-daily" : "import-first";

    public async Task<Figure> RunAsync(Settings settings)
    {
        var people = settings.People ?? (settings.Rounds > 1 ? Usual : Smoke);
        var department = Department.All[0];
        var files = new TownFiles(people);
        IReadOnlyList<DayFile>[] days = [files.Of(nextDay: false, department), files.Of(nextDay: true, department)];
        await using var suite = await SuiteProcess.StartAsync();
        await using var server = await HouseholdProcess.StartAsync(suite, Side.Guarded);
        using var desk = await ImportDesk.OpenAsync(suite, server.Address, department);
        var bare = new BareTable(await suite.DatabaseAsync("household", CancellationToken.None));
        if (daily)
            await desk.ImportAsync(days[0]);

        var rounds = daily ? settings.Rounds : Math.Min(settings.Rounds, MostFirsts);
        var times = days[0].ToDictionary(file => file.Feed, _ => (Ours: new List<double>(), Limit: new List<double>()));
        // The first round warms both sides and is not counted.
        for (var round = 0; round <= rounds; round++)
        {
            desk.TurnPage();
            if (!daily)
                await HouseholdData.EmptyAsync(suite);
            foreach (var file in days[daily ? (round + 1) % 2 : 0])
            {
                await HouseholdData.QuietAsync(suite);
                var limit = round % 2 == 0 ? await bare.CopyAsync(file) : default;
                var ours = await desk.ImportAsync(file);
                if (round % 2 != 0)
                    limit = await bare.CopyAsync(file);
                if (round == 0)
                    continue;
                times[file.Feed].Ours.Add(ours.TotalSeconds);
                times[file.Feed].Limit.Add(limit.TotalSeconds);
            }
        }
        if (settings.Profile)
            await ProfileAsync();
        foreach (var (feed, one) in times)
            Console.WriteLine(Of([one]).Describe(string.Create(CultureInfo.InvariantCulture, $"{Name}: {feed}, {people} residents:")));
        return Of([.. times.Values]);

        async Task ProfileAsync()
        {
            desk.TurnPage();
            if (!daily)
                await HouseholdData.EmptyAsync(suite);
            foreach (var file in days[daily ? rounds % 2 : 0])
            {
                await HouseholdData.QuietAsync(suite);
                await using var sampler = await StatementSampler.StartAsync(suite);
                var time = await desk.ImportAsync(file);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Name}: {file.Feed}: {time.TotalSeconds:0.0} s, of which"));
                foreach (var line in await sampler.EndAsync())
                    Console.WriteLine($"  {line}");
            }
        }

        // Of a whole day: all rows by all the time they take.
        Figure Of((List<double> Ours, List<double> Limit)[] parts) => new(
            people * parts.Length / parts.Sum(part => Duel.Median(part.Ours)), people * parts.Length / parts.Sum(part => Duel.Median(part.Limit)), Unit);
    }
}
