using System.Text.RegularExpressions;

namespace Tsunagu.Tests.Architecture;

/// <summary>Domain code uses the base class library and the suite's primitives alone.</summary>
static partial class DomainPurity
{
    static readonly string[] Allowed = ["System", "Tsunagu.ServiceDefaults.Primitives"];

    /// <summary>Namespaces imported by a domain file of <paramref name="ownNamespace"/> that it may not know.</summary>
    public static IEnumerable<string> Violations(string source, string ownNamespace) =>
        UsingDirective().Matches(source)
            .Select(match => match.Groups["namespace"].Value)
            .Where(name => !IsBelow(name, ownNamespace) && !Allowed.Any(allowed => IsBelow(name, allowed)));

    static bool IsBelow(string name, string parent) =>
        name == parent || name.StartsWith(parent + ".", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(global\s+)?using\s+(static\s+)?([\w]+\s*=\s*)?(?<namespace>[\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();
}
