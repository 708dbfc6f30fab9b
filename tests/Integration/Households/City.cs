using System.Globalization;
using System.Text.Json;
using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>The files of a city and what a correct import must arrive at.</summary>
/// <param name="folder">Its folder.</param>
public sealed class City(string folder)
{
    /// <summary>The small city of the repository, unless <c>TSUNAGU_CITY</c> names another.</summary>
    public static City Chosen { get; } = new(Environment.GetEnvironmentVariable("TSUNAGU_CITY") ?? Repository.PathOf("apphost/sample"));

    /// <summary>The small city of the repository.</summary>
    public static City Sample { get; } = new(Repository.PathOf("apphost/sample"));

    /// <summary>"Today" of the first day's files; the second day's are a day younger.</summary>
    public static DateOnly FirstDay { get; } =
        DateOnly.TryParse(Environment.GetEnvironmentVariable("TSUNAGU_CITY_DAY"), CultureInfo.InvariantCulture, out var day) ? day : new(2026, 4, 1);

    /// <summary>"Today" of the second day's files.</summary>
    public static DateOnly SecondDay => FirstDay.AddDays(1);

    /// <summary>Feed id and path of each file of a day (1 or 2) that the city has, the register first.</summary>
    public IEnumerable<(string Feed, string Path)> Files(IEnumerable<string> feeds, int day = 1) =>
        feeds.SelectMany(f => new[] { (Feed: f, Path: $"day{day}/{f.Replace('-', '_')}.csv"), (Feed: f, Path: $"day{day}/feeds/{f}.csv") })
            .Where(f => File.Exists(Path.Combine(folder, f.Path)))
            .OrderByDescending(f => f.Feed == "residents");

    public byte[] Read(string path) => File.ReadAllBytes(Path.Combine(folder, path));

    public JsonElement Truth(string name) => JsonDocument.Parse(Read($"truth/{name}.json")).RootElement;
}
