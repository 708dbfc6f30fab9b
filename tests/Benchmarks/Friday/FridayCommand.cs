using System.Globalization;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Benchmarks.Friday;

/// <summary><c>-- friday [--smoke] [--minutes=5] [--rate=1] [--seed=1]</c>: brings the suite up, lives a Friday evening and reports.</summary>
static class FridayCommand
{
    const double Enough = 0.99;

    /// <returns>The exit code: 1 when more than one call in a hundred failed.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var plan = FridayPlan.Of(args);
        Console.WriteLine($"# {plan}");
        await using var suite = await SuiteProcess.StartAsync();
        var report = await new FridayEvening(suite, plan).RunAsync(CancellationToken.None);
        foreach (var line in report.Lines(plan.Length))
            Console.WriteLine(line);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"friday success={report.Success:0.0000}"));
        return report.Success >= Enough ? 0 : 1;
    }
}
