using System.Text.Json.Nodes;

namespace Tsunagu.AppHost.Demo;

/// <summary>A fictional city's folder.</summary>
sealed class City(string folder)
{
    public string Name => Path.GetFileName(folder.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>The files of the city for the feeds the suite knows, the register first: the others refer to it.</summary>
    public IReadOnlyList<(string FeedId, FileInfo File)> FilesFor(IEnumerable<string> feedIds) =>
    [
        .. feedIds
            .OrderBy(id => id == "residents" ? 0 : 1).ThenBy(id => id, StringComparer.Ordinal)
            .Select(id => (id, new[] { Path.Combine(folder, "day1", id.Replace('-', '_') + ".csv"), Path.Combine(folder, "day1", "feeds", id + ".csv") }.FirstOrDefault(File.Exists)))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.id, new FileInfo(pair.Item2!))),
    ];

    /// <summary>
    /// Consultations about residents who told enough to be found, those at a tax counter first.
    /// </summary>
    public IReadOnlyList<JsonNode> Consultations()
    {
        var path = Path.Combine(folder, "scenarios", "consultations.json");
        var all = JsonNode.Parse(File.ReadAllText(path));
        var rows = all as JsonArray ?? all?["consultations"] as JsonArray ?? throw new DemoFailure($"読めません: {path}");
        return
        [
            .. rows.OfType<JsonNode>()
                .Where(row => row.Text("subject_kind") == "resident" && row["stated"] is { } stated
                    && (stated.Text("kana") != "" || stated.Text("name") != "") && stated.Text("birth").Length == 10)
                .OrderBy(row => row.Text("desk").Contains('税') ? 0 : 1).ThenBy(row => row.Text("id"), StringComparer.Ordinal),
        ];
    }
}
