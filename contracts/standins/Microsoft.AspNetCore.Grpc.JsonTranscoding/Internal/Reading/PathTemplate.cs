using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>A path of <c>google.api.http</c> as a route: <c>/v1/{name=shelves/*/books/**}:verb</c>.</summary>
sealed class PathTemplate
{
    const string Rest = "**";

    readonly List<string> segments = [];
    readonly List<(string Field, int From, int To)> variables = [];
    // Literal segments after '**', and the verb: routing knows no text after the rest of a path.
    readonly string tail;
    readonly string verb;
    readonly int rest;

    PathTemplate(string path)
    {
        Path = path;
        verb = VerbOf(path);
        Parse(path[..(path.Length - verb.Length)]);
        rest = segments.IndexOf(Rest);
        if (rest >= 0 && segments.Skip(rest + 1).Any(segment => segment.StartsWith('*')))
            throw new InvalidOperationException($"Only literal segments can follow '**': {path}");
        tail = rest < 0 ? "" : string.Concat(segments.Skip(rest + 1).Select(segment => $"/{segment}")) + verb;
        RoutePattern = "/" + string.Join('/', (rest < 0 ? segments : segments[..(rest + 1)]).Select(Pattern)) + (rest < 0 ? verb : "");
    }

    internal string Path { get; }

    /// <summary>Paths of the fields that the path gives.</summary>
    internal IEnumerable<string> Fields => variables.Select(variable => variable.Field);

    /// <summary>Pattern of ASP.NET Core routing.</summary>
    internal string RoutePattern { get; }

    /// <summary>Policy of the parameter that takes the rest of the path.</summary>
    internal RouteValueDictionary Policies => tail.Length > 0 ? new() { [Name(rest)] = new TailConstraint(tail) } : [];

    internal static PathTemplate Of(string path) => path.StartsWith('/')
        ? new PathTemplate(path)
        : throw new InvalidOperationException($"Path template must start with '/': {path}");

    /// <summary>Text of one of the <see cref="Fields"/>, in a request that the route has matched.</summary>
    /// <exception cref="FormatException">It is no percent-encoded UTF-8.</exception>
    internal string Value(HttpRequest request, int field)
    {
        var variable = variables[field];
        var text = Text(variable, index => Routed(request, index));
        // Where no percent sign is left, the server has decoded everything there was.
        if (!text.Contains('%'))
            return text;
        var holdsSlashes = HoldsSlashes(variable);
        if (RawPath.Segments(request) is { } raw)
            return Text(variable, index => Decoded(raw, index, holdsSlashes));
        return holdsSlashes ? text : text.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
    }

    // A value of one segment is decoded whole; in one with several, encoded slashes stay apart from those between segments.
    bool HoldsSlashes((string Field, int From, int To) variable) => variable.To - variable.From > 1 || segments[variable.From] == Rest;

    static string Text((string Field, int From, int To) variable, Func<int, string> segment) =>
        string.Join('/', Enumerable.Range(variable.From, variable.To - variable.From).Select(segment));

    string Routed(HttpRequest request, int index)
    {
        if (!segments[index].StartsWith('*'))
            return segments[index];
        var text = request.RouteValues[Name(index)]?.ToString() ?? "";
        return index == rest ? text[..^tail.Length] : text;
    }

    string Decoded(string[] raw, int index, bool keepSlashes)
    {
        if (!segments[index].StartsWith('*'))
            return segments[index];
        // The first of the raw segments is what stands before the first slash.
        var text = PercentCoding.Decode(index == rest ? string.Join('/', raw[(index + 1)..]) : raw[index + 1], keepSlashes);
        return index == rest ? text[..^tail.Length] : index == segments.Count - 1 ? text[..^verb.Length] : text;
    }

    static string VerbOf(string path)
    {
        var colon = path.LastIndexOf(':');
        return colon > path.LastIndexOf('/') && colon > path.LastIndexOf('}') ? path[colon..] : "";
    }

    static string Name(int index) => $"segment{index}";

    static string Pattern(string segment, int index) => segment switch
    {
        Rest => $"{{**{Name(index)}}}",
        "*" => $"{{{Name(index)}}}",
        _ => segment.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal),
    };

    void Parse(string path)
    {
        for (var at = 1; at <= path.Length;)
        {
            if (at < path.Length && path[at] == '{')
            {
                var close = path.IndexOf('}', at);
                if (close < 0)
                    throw new InvalidOperationException($"Path template lacks '}}': {Path}");
                var (field, pattern) = path[(at + 1)..close].Split('=', 2) is [var name, var given] ? (name, given) : (path[(at + 1)..close], "*");
                var first = segments.Count;
                segments.AddRange(pattern.Split('/'));
                variables.Add((field, first, segments.Count));
                at = close + 2;
            }
            else
            {
                var slash = path.IndexOf('/', at) is var found and >= 0 ? found : path.Length;
                segments.Add(path[at..slash]);
                at = slash + 1;
            }
        }
    }

    sealed class TailConstraint(string tail) : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            values[routeKey]?.ToString()?.EndsWith(tail, StringComparison.Ordinal) is true;
    }
}
