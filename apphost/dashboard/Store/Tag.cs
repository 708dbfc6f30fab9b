namespace Aspire.Dashboard.Store;

/// <summary>A named value of a span, event, link, log record or metric series.</summary>
/// <param name="Key">Name.</param>
/// <param name="Value">Value as text; lists and maps are written as JSON would be.</param>
public sealed record Tag(string Key, string Value)
{
    internal static long Bytes(IReadOnlyList<Tag> attributes)
    {
        var bytes = 0L;
        foreach (var attribute in attributes)
            bytes += 96 + 2L * (attribute.Key.Length + attribute.Value.Length);
        return bytes;
    }
}
