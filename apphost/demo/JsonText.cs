using System.Text.Json.Nodes;

namespace Tsunagu.AppHost.Demo;

/// <summary>Reads the proto3 JSON of the gateway.</summary>
static class JsonText
{
    /// <summary>The text of a field; empty when it is absent.</summary>
    public static string Text(this JsonNode node, string field) => node[field]?.ToString() ?? "";

    /// <summary>A whole number, which proto3 JSON writes as a number or, when 64 bits wide, as text.</summary>
    public static long Number(this JsonNode node, string field) =>
        long.TryParse(node.Text(field), out var value) ? value : 0;

    /// <summary>The items of a repeated field; none when it is absent.</summary>
    public static IEnumerable<JsonNode> Items(this JsonNode node, string field) =>
        (node[field] as JsonArray ?? []).OfType<JsonNode>();
}
