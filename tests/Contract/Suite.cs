using Google.Api;
using Google.Protobuf.Reflection;
using Tsunagu.Contracts.Options.V1;

namespace Tsunagu.Tests.Contract;

/// <summary>What an operation's options say.</summary>
static class Suite
{
    public static AccessOption Access(MethodDescriptor method) =>
        method.GetOptions()?.GetExtension(OptionsExtensions.Access)
        ?? throw new InvalidOperationException($"{method.FullName} has no access option.");

    public static string Rest(MethodDescriptor method)
    {
        var rule = method.GetOptions()?.GetExtension(AnnotationsExtensions.Http);
        return rule is null ? "no REST" : string.Join(" | ", new[] { rule }.Concat(rule.AdditionalBindings).Select(Describe));
    }

    static string Describe(HttpRule rule) => rule.PatternCase switch
    {
        HttpRule.PatternOneofCase.Get => $"GET {rule.Get}",
        HttpRule.PatternOneofCase.Put => $"PUT {rule.Put}",
        HttpRule.PatternOneofCase.Post => $"POST {rule.Post}",
        HttpRule.PatternOneofCase.Delete => $"DELETE {rule.Delete}",
        HttpRule.PatternOneofCase.Patch => $"PATCH {rule.Patch}",
        HttpRule.PatternOneofCase.Custom => $"{rule.Custom.Kind} {rule.Custom.Path}",
        HttpRule.PatternOneofCase.None => "none",
    };
}
