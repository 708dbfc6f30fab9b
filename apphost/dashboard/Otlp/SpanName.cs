using Aspire.Dashboard.Store;

namespace Aspire.Dashboard.Otlp;

/// <summary>Names for the HTTP spans of the runtime's own sources: theirs are an event of the library or the method alone, not what was asked.</summary>
static class SpanName
{
    public static string Of(string name, IReadOnlyList<Tag> tags)
    {
        if (Value(tags, "http.request.method") is not { } method || !(name is "Microsoft.AspNetCore.Hosting.HttpRequestIn" or "System.Net.Http.HttpRequestOut" || name == method))
            return name;
        var path = Value(tags, "http.route") ?? Value(tags, "url.path") ?? PathOf(Value(tags, "url.full"));
        return path is null ? method : $"{method} {path}";
    }

    static string? Value(IReadOnlyList<Tag> tags, string key) => tags.FirstOrDefault(t => t.Key == key)?.Value;

    static string? PathOf(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.AbsolutePath : null;
}
