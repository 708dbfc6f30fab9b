using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>A path of <c>google.api.http</c> as a route: <c>/v1/{name=shelves/*/books/**}:verb</c>.</summary>
sealed class PathTemplate
{
    readonly List<string> segments = [];
    readonly List<(string Field, int From, int To)> variables = [];
    bool endsInRest;

    PathTemplate(string path)
    {
        Path = path;
        Verb = VerbOf(path);
        Parse(path[..(path.Length - (Verb is null ? 0 : Verb.Length + 1))]);
    }

    internal string Path { get; }

    /// <summary>What follows the last colon, or null.</summary>
    internal string? Verb { get; }

    /// <summary>Paths of the fields that the path gives.</summary>
    internal IEnumerable<string> Fields => variables.Select(variable => variable.Field);

    /// <summary>Pattern of ASP.NET Core routing.</summary>
    internal string RoutePattern => $"/{string.Join('/', segments)}{(endsInRest || Verb is null ? "" : $":{Verb}")}";

    /// <summary>Policy of the last parameter where it takes the rest of the path: routing knows no text after that.</summary>
    internal RouteValueDictionary Policies => endsInRest && Verb is not null
        ? new RouteValueDictionary { [Name(segments.Count - 1)] = new VerbConstraint($":{Verb}") }
        : [];

    internal static PathTemplate Of(string path) => path.StartsWith('/')
        ? new PathTemplate(path)
        : throw new InvalidOperationException($"Path template must start with '/': {path}");

    /// <summary>Fields and texts of a request that the route has matched.</summary>
    internal IEnumerable<(string Field, string Text)> Values(HttpRequest request)
    {
        foreach (var (field, from, to) in variables)
        {
            var text = new StringBuilder();
            for (var index = from; index < to; index++)
                text.Append(index > from ? "/" : "").Append(Text(request, index));
            // Routing leaves an encoded slash as it is. In one segment it belongs to the value; between segments it must stay apart.
            var single = to - from == 1 && !(endsInRest && to == segments.Count);
            yield return (field, single ? text.Replace("%2F", "/").Replace("%2f", "/").ToString() : text.ToString());
        }
    }

    static string? VerbOf(string path)
    {
        var colon = path.LastIndexOf(':');
        return colon > path.LastIndexOf('/') && colon > path.LastIndexOf('}') ? path[(colon + 1)..] : null;
    }

    static string Name(int index) => $"segment{index}";

    string? Text(HttpRequest request, int index)
    {
        if (!segments[index].Contains('{', StringComparison.Ordinal))
            return segments[index];
        var text = request.RouteValues[Name(index)]?.ToString();
        return Verb is not null && endsInRest && index == segments.Count - 1 ? text?[..^(Verb.Length + 1)] : text;
    }

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
                foreach (var segment in pattern.Split('/'))
                    Add(segment);
                variables.Add((field, first, segments.Count));
                at = close + 2;
            }
            else
            {
                var slash = path.IndexOf('/', at) is var found and >= 0 ? found : path.Length;
                Add(path[at..slash]);
                at = slash + 1;
            }
        }
    }

    void Add(string segment)
    {
        if (endsInRest)
            throw new InvalidOperationException($"'**' must be the last segment: {Path}");
        endsInRest = segment == "**";
        segments.Add(segment switch
        {
            "**" => $"{{**{Name(segments.Count)}}}",
            "*" => $"{{{Name(segments.Count)}}}",
            _ => segment,
        });
    }

    sealed class VerbConstraint(string suffix) : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            values[routeKey]?.ToString()?.EndsWith(suffix, StringComparison.Ordinal) is true;
    }
}
