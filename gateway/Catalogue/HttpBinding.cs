using Google.Api;

namespace Tsunagu.Gateway.Catalogue;

/// <summary>One REST form of an RPC: verb, path, and which field the body and the answer are (<c>*</c> or empty: the whole message).</summary>
sealed record HttpBinding(string Method, PathTemplate Path, string Body, string ResponseBody)
{
    /// <summary>The rule's own form and its additional ones.</summary>
    public static IEnumerable<HttpBinding> From(HttpRule rule) =>
        rule.AdditionalBindings.SelectMany(From).Prepend(Single(rule));

    /// <summary>The form that asks one of several services: its name stands behind the version.</summary>
    public HttpBinding Of(string service) => this with { Path = Path.With(1, service) };

    static HttpBinding Single(HttpRule rule)
    {
        var (method, path) = rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => ("GET", rule.Get),
            HttpRule.PatternOneofCase.Put => ("PUT", rule.Put),
            HttpRule.PatternOneofCase.Post => ("POST", rule.Post),
            HttpRule.PatternOneofCase.Delete => ("DELETE", rule.Delete),
            HttpRule.PatternOneofCase.Patch => ("PATCH", rule.Patch),
            HttpRule.PatternOneofCase.Custom => (rule.Custom.Kind, rule.Custom.Path),
            HttpRule.PatternOneofCase.None => throw new FormatException("An HTTP rule without a pattern."),
        };
        return new HttpBinding(method, PathTemplate.Parse(path), rule.Body, rule.ResponseBody);
    }
}
