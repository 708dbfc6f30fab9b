using System.Text.Json.Nodes;

namespace Tsunagu.Tests.EndToEnd.Journeys;

/// <summary>A span as the dashboard's API gives it.</summary>
sealed record TraceSpan(string Id, string Parent, string Name, string Service, string Scope)
{
    public static TraceSpan Of(JsonNode node) => new(
        node["spanId"]!.ToString(), node["parentSpanId"]?.ToString() ?? "", node["name"]!.ToString(),
        node["resource"]!.ToString(), node["scope"]?.ToString() ?? "");
}

/// <summary>The spans of one trace, walked from a leaf to its root.</summary>
sealed class TraceTree(IEnumerable<TraceSpan> spans)
{
    readonly Dictionary<string, TraceSpan> byId = spans.DistinctBy(span => span.Id).ToDictionary(span => span.Id);

    public IReadOnlyCollection<TraceSpan> Spans => byId.Values;

    /// <summary>Spans from the given one up to the outermost that is known.</summary>
    public IEnumerable<TraceSpan> PathUp(TraceSpan span)
    {
        for (var at = span; at is not null; at = byId.GetValueOrDefault(at.Parent))
            yield return at;
    }

    /// <summary>True when some span matching the last step lies below spans that match the steps before it, outermost first.</summary>
    public bool HasChain(params Func<TraceSpan, bool>[] outermostFirst) =>
        Spans.Where(outermostFirst[^1]).Any(leaf =>
        {
            var steps = outermostFirst.Reverse().Skip(1).ToList();
            foreach (var span in PathUp(leaf).Skip(1))
            {
                if (steps.Count > 0 && steps[0](span))
                    steps.RemoveAt(0);
            }

            return steps.Count == 0;
        });
}
