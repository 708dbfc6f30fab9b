namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Rules of every method this service maps, read once from the contract before it serves.</summary>
public sealed class AccessCatalog
{
    // Health and reflection carry no option of ours; they are named here and nothing else is exempt.
    static readonly HashSet<string> Exempt = new(StringComparer.Ordinal)
    {
        "grpc.health.v1.Health",
        "grpc.reflection.v1.ServerReflection",
        "grpc.reflection.v1alpha.ServerReflection",
    };

    Dictionary<string, MethodRule> rules = new(StringComparer.Ordinal);

    /// <summary>True when the service of a method (<c>/package.Service/Method</c>) is exempt by name.</summary>
    public static bool IsExempt(string method) =>
        method.LastIndexOf('/') is var end and > 0 && Exempt.Contains(method[1..end]);

    /// <summary>The rule of a method; one that was not checked at boot is closed to everybody.</summary>
    public MethodRule Find(string method) => rules.GetValueOrDefault(method, MethodRule.Closed);

    internal void Load(Dictionary<string, MethodRule> checkedRules) => rules = checkedRules;
}
