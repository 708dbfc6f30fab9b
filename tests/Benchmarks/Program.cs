using System.Globalization;
using Tsunagu.Tests.Benchmarks.Friday;
using Tsunagu.Tests.Benchmarks.Growth;
using Tsunagu.Tests.Benchmarks.Guard;
using Tsunagu.Tests.Benchmarks.Imports;
using Tsunagu.Tests.Benchmarks.Measuring;
using Tsunagu.Tests.Benchmarks.Screen;
using Tsunagu.Tests.Benchmarks.Search;
using Tsunagu.Tests.Benchmarks.Wire;

// One file a benchmark; a new one is added here.
IReadOnlyList<IBenchmark> benchmarks =
[
    new GrpcBenchmark(), new GuardBenchmark(), new ImportBenchmark(daily: false), new ImportBenchmark(daily: true), new SearchBenchmark(), new ScreenBenchmark(),
    new ScreenImportingBenchmark(), new GrowthBenchmark(),
];

if (args is ["--serve", var what])
{
    await WireServer.RunAsync(full: what == "full");
    return 0;
}

if (args is [HouseholdServer.Argument, var side])
{
    await HouseholdServer.RunAsync(side);
    return 0;
}

// A load and its report; it has no limit to stand beside.
if (args is ["friday", ..])
{
    Console.WriteLine(Machine.Describe());
    return await FridayCommand.RunAsync(args);
}

var settings = args.Contains("--smoke") ? Settings.Smoke : Settings.Full;
var name = args.FirstOrDefault(one => !one.StartsWith('-'));
var asked = benchmarks.Where(one => name == "all" || one.Name == name).ToArray();
if (asked.Length == 0)
{
    Console.Error.WriteLine($"usage: dotnet run -c Release --project tests/Benchmarks -- <{string.Join('|', benchmarks.Select(one => one.Name))}|friday|all> [--smoke] [--only=text] [--side=ours|limit] [--people=number] [--profile]");
    return 2;
}

Console.WriteLine(Machine.Describe());
settings = settings with
{
    Only = Option("--only="),
    Side = Option("--side="),
    Profile = args.Contains("--profile"),
    People = Option("--people=") is { } people ? int.Parse(people, CultureInfo.InvariantCulture) : null,
};
List<string> last = [];
foreach (var benchmark in asked)
    last.Add((await benchmark.RunAsync(settings)).Describe(benchmark.Name));
last.ForEach(Console.WriteLine);
return 0;

string? Option(string prefix) => args.FirstOrDefault(one => one.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..];
