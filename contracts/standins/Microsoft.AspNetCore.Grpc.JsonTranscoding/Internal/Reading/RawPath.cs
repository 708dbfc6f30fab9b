using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>The path as it came on the wire. The server has decoded the one that routing sees, and there <c>%2F</c> and <c>%252F</c> look alike.</summary>
static class RawPath
{
    /// <summary>The segments, still encoded and in step with those of the path; null when something on the way has changed the path.</summary>
    internal static string[]? Segments(HttpRequest request)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        target = target.Split('?', 2)[0];
        if (!target.StartsWith('/'))
            target = target.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 && target.IndexOf('/', scheme + 3) is var path and >= 0 ? target[path..] : "";
        var routed = (request.Path.Value ?? "").Split('/');
        var raw = Undotted(target.Split('/'));
        if (raw.Count < routed.Length)
            return null;
        var own = raw[^routed.Length..].ToArray();
        return own.Zip(routed).Skip(1).All(pair => Same(pair.First, pair.Second)) ? own : null;
    }

    // Servers take dots out of a path before anything reads it.
    static List<string> Undotted(string[] segments)
    {
        List<string> kept = [];
        for (var at = 0; at < segments.Length; at++)
        {
            var plain = segments[at].Replace("%2e", ".", StringComparison.OrdinalIgnoreCase);
            if (plain is "." or "..")
            {
                if (plain == ".." && kept.Count > 1)
                    kept.RemoveAt(kept.Count - 1);
                if (at == segments.Length - 1)
                    kept.Add("");
            }
            else
            {
                kept.Add(segments[at]);
            }
        }
        return kept;
    }

    static bool Same(string raw, string routed)
    {
        try
        {
            return PercentCoding.Decode(raw, keepSlashes: true) == routed;
        }
        catch (FormatException)
        {
            // The server leaves in place what it cannot decode; what reads the segment refuses it.
            return true;
        }
    }
}
