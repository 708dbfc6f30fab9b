namespace Tsunagu.Gateway.Catalogue;

/// <summary>A path template of <c>google.api.http</c>: segments, bound fields and an optional custom verb.</summary>
sealed record PathTemplate(IReadOnlyList<PathSegment> Segments, string Verb)
{
    /// <summary>Field paths bound by a whole segment, in order.</summary>
    public IEnumerable<string> Variables => Segments.Where(s => s.Kind != SegmentKind.Literal && s.Text.Length > 0).Select(s => s.Text);

    /// <summary>The template with a further literal segment.</summary>
    /// <param name="index">Segments before it.</param>
    /// <param name="literal">Its text.</param>
    public PathTemplate With(int index, string literal) =>
        this with { Segments = [.. Segments.Take(index), new(SegmentKind.Literal, literal), .. Segments.Skip(index)] };

    /// <summary>Reads a template as the grammar in google/api/http.proto defines it.</summary>
    /// <exception cref="FormatException">The text is not a template.</exception>
    public static PathTemplate Parse(string text)
    {
        if (!text.StartsWith('/'))
            throw new FormatException($"A path template starts with a slash: {text}");
        var verbAt = text.IndexOf(':', Math.Max(text.LastIndexOf('/'), text.LastIndexOf('}')) + 1);
        var verb = verbAt < 0 ? "" : text[(verbAt + 1)..];
        var segments = Split(verbAt < 0 ? text[1..] : text[1..verbAt]).SelectMany(ParseSegment).ToList();
        if (segments.SkipLast(1).Any(s => s.Kind == SegmentKind.Rest) || (verb.Length > 0 && segments[^1].Kind == SegmentKind.Rest))
            throw new FormatException($"** stands last and without a verb: {text}");
        return new PathTemplate(segments, verb);
    }

    static IEnumerable<string> Split(string path)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < path.Length; i++)
        {
            depth += path[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (path[i] != '/' || depth != 0)
                continue;
            yield return path[start..i];
            start = i + 1;
        }

        yield return depth == 0 ? path[start..] : throw new FormatException($"Unbalanced braces: {path}");
    }

    static IEnumerable<PathSegment> ParseSegment(string segment)
    {
        if (!segment.StartsWith('{'))
            return [Plain(segment, "")];
        var parts = segment.Trim('{', '}').Split('=', 2);
        var pattern = parts.Length == 2 ? parts[1].Split('/') : ["*"];
        return pattern.Select(p => Plain(p, pattern.Length == 1 ? parts[0] : ""));
    }

    static PathSegment Plain(string text, string variable) => text switch
    {
        "*" => new(SegmentKind.Single, variable),
        "**" => new(SegmentKind.Rest, variable),
        _ when text.Length > 0 && text.IndexOfAny(['{', '}', '*']) < 0 => new(SegmentKind.Literal, text),
        _ => throw new FormatException($"Not a segment: {text}"),
    };
}
