using System.Runtime.CompilerServices;
using System.Text.Json;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Proposing;

namespace Tsunagu.Tests.Unit.Households.Proposing;

/// <summary>The files of a city: those of the repository, unless <c>TSUNAGU_CITY</c> names another folder.</summary>
static class SampleCity
{
    static readonly string Folder = Environment.GetEnvironmentVariable("TSUNAGU_CITY") ?? Path.GetFullPath(Path.Combine(Here(), "../../../../apphost/sample"));

    /// <summary>Every feed of the first day, by path within it.</summary>
    public static IReadOnlyList<string> Feeds =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "day1/feeds"), "*.csv").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal).Select(f => $"feeds/{f}")];

    /// <summary>What the layouts really are, or null for a city that does not say.</summary>
    public static JsonElement? Truth => File.Exists(Path.Combine(Folder, "truth/layouts.json"))
        ? JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "truth/layouts.json"))).RootElement.GetProperty("files")
        : null;

    public static Sample Read(string path)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, "day1", path));
        return new Sample(bytes.AsMemory(0, Math.Min(bytes.Length, Sample.Most)), bytes.Length <= Sample.Most, Path.GetFileName(path));
    }

    /// <summary>The register, read by its column names alone.</summary>
    public static RegisterLookup Register()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, "day1/residents.csv"));
        var decoder = SourceDecoder.Create(Truth?.GetProperty("residents.csv").GetProperty("encoding").GetString() is "utf-8" ? "utf-8" : "cp932")!;
        var chars = new char[decoder.MostChars(bytes.Length)];
        var reader = new RecordReader(',', Quoting.Quoted);
        reader.Append(chars.AsSpan(0, decoder.Decode(bytes, chars, last: true)));
        reader.Complete();
        _ = reader.TryRead(out var header);
        var at = header.Fields.Index().ToDictionary(f => f.Item, f => f.Index);
        var entries = new Dictionary<string, RegisterEntry>();
        while (reader.TryRead(out var row))
        {
            entries[row.Fields[at["宛名番号"]]] = new RegisterEntry(
                row.Fields[at["世帯番号"]], row.Fields[at["氏名"]], row.Fields[at["氏名カナ"]], DatePattern.Create("yyyy-MM-dd")!.Parse(row.Fields[at["生年月日"]]));
        }
        return Answer(entries);
    }

    public static RegisterLookup Answer(IReadOnlyDictionary<string, RegisterEntry> entries) => (numbers, _) =>
        Task.FromResult<IReadOnlyDictionary<string, RegisterEntry>>(numbers.Where(entries.ContainsKey).ToDictionary(n => n, n => entries[n]));

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
