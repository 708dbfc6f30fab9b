using Tsunagu.Gateway.Catalogue;

namespace Tsunagu.Gateway.Routing;

/// <summary>Path templates of the contract as route patterns of ASP.NET Core.</summary>
static class RoutePatterns
{
    /// <summary>The pattern; every variable carries <see cref="SegmentConstraint"/>, so that a custom verb is never taken for a part of an id.</summary>
    public static string Of(PathTemplate template)
    {
        var segments = template.Segments.Select((s, i) => s.Kind switch
        {
            SegmentKind.Literal => s.Text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal),
            SegmentKind.Single => $"{{{Name(s, i)}:{SegmentConstraint.Name}}}",
            SegmentKind.Rest => $"{{**{Name(s, i)}}}",
        });
        var verb = template.Verb.Length == 0 ? "" : $":{template.Verb}";
        return $"/{string.Join('/', segments)}{verb}";
    }

    static string Name(PathSegment segment, int index) => segment.Text.Length > 0 ? segment.Text : $"segment{index}";
}
