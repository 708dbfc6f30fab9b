using System.Globalization;
using Npgsql;
using Tsunagu.Tests.Benchmarks.Measuring;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Benchmarks.Guard;

/// <summary>
/// What the guard costs. Household views by the household service as it is, row-level security and audit on, beside the same program
/// with neither: its login bypasses row-level security, and its host has no audit. And the time from the arrival of a call to the moment
/// its handler may begin: token, standing, role and purpose.
/// </summary>
sealed class GuardBenchmark : IBenchmark
{
    const int CallersAtOnce = 32;
    static readonly TimeSpan Longer = TimeSpan.FromSeconds(3);

    // A saturated service is long in compiling what it runs often.
    static readonly TimeSpan LongWarm = TimeSpan.FromSeconds(12);

    public string Name => "guard";

    public async Task<Figure> RunAsync(Settings settings)
    {
        await using var suite = await SuiteProcess.StartAsync();
        var city = await SampleCity.ImportAsync(suite);
        if (settings.Asks("decision"))
            await DecisionAsync(settings, suite, city);
        return settings.Asks("views") ? await ViewsAsync(settings, suite, city) : new Figure(0, 0, "views/s");
    }

    static async Task<Figure> ViewsAsync(Settings settings, SuiteProcess suite, SampleCity city)
    {
        await using var guarded = await HouseholdProcess.StartAsync(suite, Side.Guarded);
        await using var open = await HouseholdProcess.StartAsync(suite, Side.Open);
        using var ours = new Viewer(guarded.Address, city);
        using var limit = new Viewer(open.Address, city);
        await RequireSidesAsync(suite, ours, limit);
        // A second holds too few views for a steady figure.
        var stretch = settings.Rounds > 1 ? settings with { Round = Longer, Warm = LongWarm } : settings;
        var figure = await Duel.RunAsync(stretch, "views/s",
            time => Callers.RateAsync(CallersAtOnce, time, ours.ViewAsync), time => Callers.RateAsync(CallersAtOnce, time, limit.ViewAsync));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure.Describe("guard: views:")}, cost {1 - (figure.Ours / figure.Limit):P0} (aim: at most 25 %)"));
        return figure;
    }

    static async Task DecisionAsync(Settings settings, SuiteProcess suite, SampleCity city)
    {
        foreach (var callers in (int[])[1, CallersAtOnce])
        {
            await using var timed = await HouseholdProcess.StartAsync(suite, Side.Timed);
            using var viewer = new Viewer(timed.Address, city);
            await Callers.RateAsync(callers, settings.Rounds > 1 ? LongWarm : settings.Warm, viewer.ViewAsync);
            await timed.ForgetAsync();
            await Callers.RateAsync(callers, settings.Round * settings.Rounds, viewer.ViewAsync);
            Console.WriteLine($"guard: decision, {callers} callers: {await timed.DecisionAsync()} (aim: p99 at most 1.000 ms)");
        }
    }

    // A comparison of two sides that are alike would flatter us.
    static async Task RequireSidesAsync(SuiteProcess suite, Viewer guarded, Viewer open)
    {
        var before = await ActsAsync(suite);
        await open.ViewAsync();
        if (await ActsAsync(suite) != before)
            throw new InvalidOperationException("The open side is audited.");
        await guarded.ViewAsync();
        if (await ActsAsync(suite) != before + 1)
            throw new InvalidOperationException("The guarded side is not audited.");
    }

    static async Task<long> ActsAsync(SuiteProcess suite)
    {
        await using var connection = new NpgsqlConnection(await suite.DatabaseAsync("household", CancellationToken.None));
        await connection.OpenAsync();
        // One statement, one snapshot: an act that is being sealed is in one of the two.
        await using var command = new NpgsqlCommand("select (select count(*) from audit_pending) + (select count(*) from audit_log)", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
