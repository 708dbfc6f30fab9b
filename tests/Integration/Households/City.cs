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

    /// <summary>Feed id and path of each file of the first day that the city has, the register first.</summary>
    public IEnumerable<(string Feed, string Path)> Files(IEnumerable<string> feeds) =>
        feeds.Select(f => (Feed: f, Path: f == "residents" ? "day1/residents.csv" : $"day1/feeds/{f}.csv"))
            .Where(f => File.Exists(Path.Combine(folder, f.Path)))
            .OrderByDescending(f => f.Feed == "residents");

    public byte[] Read(string path) => File.ReadAllBytes(Path.Combine(folder, path));

    public JsonElement Truth(string name) => JsonDocument.Parse(Read($"truth/{name}.json")).RootElement;
}
