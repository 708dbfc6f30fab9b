using System.Globalization;

namespace Tsunagu.Tests.Benchmarks.Measuring;

/// <summary>Medians of ours and of the limit.</summary>
sealed record Figure(double Ours, double Limit, string Unit)
{
    public string Describe(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} ratio={Ours / Limit:0.00} ours={Ours:0} limit={Limit:0} {Unit}");
}
