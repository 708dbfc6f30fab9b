using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tsunagu.Households.Layouts;

/// <summary>The feeds that may be imported. A document that is not sound stops the start, named with what is wrong.</summary>
sealed class FeedCatalog
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    readonly SortedDictionary<string, FeedLayout> layouts = new(StringComparer.Ordinal);

    FeedCatalog(IEnumerable<FeedLayout> documents)
    {
        foreach (var layout in documents)
        {
            if (LayoutCheck.Problems(layout) is { Count: > 0 } problems)
                throw new InvalidDataException($"feed layout {layout.FeedId}: {string.Join("; ", problems)}");
            if (!layouts.TryAdd(layout.FeedId, layout))
                throw new InvalidDataException($"feed layout {layout.FeedId}: defined twice");
        }
    }

    /// <summary>All layouts by feed id.</summary>
    public IReadOnlyCollection<FeedLayout> All => layouts.Values;

    /// <summary>Null when there is no such feed.</summary>
    public FeedLayout? Find(string feedId) => layouts.GetValueOrDefault(feedId);

    /// <summary>Reads every document of a folder.</summary>
    public static FeedCatalog Load(string folder) =>
        new(Directory.EnumerateFiles(folder, "*.json").Select(path => Parse(File.ReadAllText(path))));

    /// <summary>Reads one document.</summary>
    public static FeedLayout Parse(string json) =>
        JsonSerializer.Deserialize<FeedLayout>(json, Json) ?? throw new InvalidDataException("feed layout: null document");
}
