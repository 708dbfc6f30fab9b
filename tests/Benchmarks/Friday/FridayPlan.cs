using System.Globalization;

namespace Tsunagu.Tests.Benchmarks.Friday;

/// <summary>How busy the evening is. Rates are arrivals a second and do not wait for answers.</summary>
/// <param name="Length">Of the evening.</param>
/// <param name="Counters">Visitors at counters.</param>
/// <param name="Phones">Calls outside the peak.</param>
/// <param name="PhonePeak">How many times as many there are in the middle third.</param>
/// <param name="Partners">Looks of partner agencies at what is new.</param>
/// <param name="Imports">Files of departments.</param>
/// <param name="Think">Mean time a person takes between two steps.</param>
/// <param name="Seed">Of everything random.</param>
sealed record FridayPlan(
    TimeSpan Length, double Counters, double Phones, double PhonePeak, double Partners, double Imports, TimeSpan Think, int Seed)
{
    public static FridayPlan Full { get; } = new(TimeSpan.FromMinutes(5), 1, 1, 4, 1.5, 0.05, TimeSpan.FromSeconds(2), 1);

    /// <summary>Shows that everything runs; its figures mean nothing.</summary>
    public static FridayPlan Smoke { get; } = Full with { Length = TimeSpan.FromSeconds(15), Imports = 0.2, Think = TimeSpan.FromMilliseconds(300) };

    /// <summary>Reads <c>--smoke --minutes=5 --rate=1.5 --seed=7</c>.</summary>
    public static FridayPlan Of(string[] args)
    {
        var plan = args.Contains("--smoke") ? Smoke : Full;
        if (Number(args, "--minutes=") is { } minutes)
            plan = plan with { Length = TimeSpan.FromMinutes(minutes) };
        if (Number(args, "--seed=") is { } seed)
            plan = plan with { Seed = (int)seed };
        var rate = Number(args, "--rate=") ?? 1;
        return plan with { Counters = plan.Counters * rate, Phones = plan.Phones * rate, Partners = plan.Partners * rate, Imports = plan.Imports * rate };
    }

    static double? Number(string[] args, string prefix) =>
        args.FirstOrDefault(one => one.StartsWith(prefix, StringComparison.Ordinal)) is { } found
            ? double.Parse(found[prefix.Length..], CultureInfo.InvariantCulture)
            : null;
}
