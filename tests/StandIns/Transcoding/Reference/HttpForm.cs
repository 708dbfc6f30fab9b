using Google.Api;
using Google.Protobuf.Reflection;

namespace Tsunagu.Tests.StandIns.Transcoding.Reference;

/// <summary>One HTTP form of a method, as its rule spells it.</summary>
sealed record HttpForm(MethodDescriptor Method, string Verb, string Template, string Body, string ResponseBody)
{
    /// <summary>All forms of the services, those of streams of requests apart, which have none.</summary>
    public static IReadOnlyList<HttpForm> Of(IEnumerable<ServiceDescriptor> services) =>
    [
        .. from service in services
           from method in service.Methods
           where !method.IsClientStreaming && method.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is not null
           let rule = method.GetOptions().GetExtension(AnnotationsExtensions.Http)
           from one in rule.AdditionalBindings.Prepend(rule)
           select From(method, one),
    ];

    public override string ToString() => $"{Verb} {Template}";

    static HttpForm From(MethodDescriptor method, HttpRule rule)
    {
        var (verb, template) = rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => ("GET", rule.Get),
            HttpRule.PatternOneofCase.Put => ("PUT", rule.Put),
            HttpRule.PatternOneofCase.Post => ("POST", rule.Post),
            HttpRule.PatternOneofCase.Delete => ("DELETE", rule.Delete),
            HttpRule.PatternOneofCase.Patch => ("PATCH", rule.Patch),
            HttpRule.PatternOneofCase.Custom => (rule.Custom.Kind, rule.Custom.Path),
            HttpRule.PatternOneofCase.None => throw new InvalidOperationException(method.FullName),
        };
        return new HttpForm(method, verb, template, rule.Body, rule.ResponseBody);
    }
}
