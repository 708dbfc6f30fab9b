using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Google.Api;
using Google.Protobuf;

namespace Tsunagu.Tests.EndToEnd.Strangers;

/// <summary>The HTTP request that <c>google.api.http</c> makes of a call.</summary>
static partial class RestRequest
{
    public static HttpRequestMessage Of(Call call)
    {
        var rule = Rpcs.RestOf(call.Method) ?? throw new InvalidOperationException($"{call.Method.FullName} is not mapped to REST.");
        var (verb, template) = Pattern(rule);
        // What every service offers about itself has the service's name behind the version.
        if (call.Headers.TryGetValue(Walk.ServiceHeader, out var service))
            template = template.Replace("/v1/", $"/v1/{service}/", StringComparison.Ordinal);
        var fields = JsonNode.Parse(JsonFormatter.Default.Format(call.Request))!.AsObject();
        var path = Variable().Replace(template, variable => Take(fields, call.Method.InputType.FindFieldByName(variable.Groups["name"].Value).JsonName));
        var request = new HttpRequestMessage(verb, path);
        if (Rpcs.IsUpload(call.Method))
            AddFile(request, fields, call.Upload);
        else if (rule.Body == "*")
            request.Content = new StringContent(fields.ToJsonString(), Encoding.UTF8, "application/json");
        else
            request.RequestUri = new Uri(path + Query(fields), UriKind.Relative);
        foreach (var (name, value) in call.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.Accept.ParseAdd(Rpcs.IsEventStream(call.Method) ? "text/event-stream" : Rpcs.MediaTypeOf(call.Method));
        return request;
    }

    static (HttpMethod Verb, string Template) Pattern(HttpRule rule) => rule.PatternCase switch
    {
        HttpRule.PatternOneofCase.Get => (HttpMethod.Get, rule.Get),
        HttpRule.PatternOneofCase.Put => (HttpMethod.Put, rule.Put),
        HttpRule.PatternOneofCase.Post => (HttpMethod.Post, rule.Post),
        HttpRule.PatternOneofCase.Delete => (HttpMethod.Delete, rule.Delete),
        HttpRule.PatternOneofCase.Patch => (HttpMethod.Patch, rule.Patch),
        HttpRule.PatternOneofCase.Custom => (new HttpMethod(rule.Custom.Kind), rule.Custom.Path),
        HttpRule.PatternOneofCase.None => throw new InvalidOperationException("A rule without a pattern."),
    };

    static string Take(JsonObject fields, string name)
    {
        var value = fields[name]?.ToString() ?? "";
        fields.Remove(name);
        return Uri.EscapeDataString(value);
    }

    static void AddFile(HttpRequestMessage request, JsonObject fields, byte[] file)
    {
        request.Headers.Add("Tsunagu-File-Name", Take(fields, "fileName"));
        request.Headers.Add("Idempotency-Key", Take(fields, "requestId"));
        if (fields.ContainsKey("dataDate"))
            request.Headers.Add("Tsunagu-Data-Date", Take(fields, "dataDate"));
        request.Content = new ByteArrayContent(file) { Headers = { ContentType = new("text/csv") } };
    }

    static string Query(JsonObject fields)
    {
        var pairs = fields.SelectMany(field => (field.Value as JsonArray ?? [field.Value!.DeepClone()]).Select(value => $"{field.Key}={Uri.EscapeDataString(value!.ToString())}"));
        var query = string.Join('&', pairs);
        return query.Length == 0 ? "" : $"?{query}";
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}")]
    private static partial Regex Variable();
}
