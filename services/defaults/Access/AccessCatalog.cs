using Tsunagu.Contracts.Options.V1;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Access options of every method this service maps, read once from the contract before it serves.</summary>
public sealed class AccessCatalog
{
    // Health and reflection carry no option of ours; they are named here and nothing else is exempt.
    static readonly HashSet<string> Exempt = new(StringComparer.Ordinal)
    {
        "grpc.health.v1.Health",
        "grpc.reflection.v1.ServerReflection",
        "grpc.reflection.v1alpha.ServerReflection",
    };

    Dictionary<string, AccessOption> options = new(StringComparer.Ordinal);

    /// <summary>True when the service of a method (<c>/package.Service/Method</c>) is exempt by name.</summary>
    public static bool IsExempt(string method) =>
        method.LastIndexOf('/') is var end and > 0 && Exempt.Contains(method[1..end]);

    /// <summary>The option of a method, or null for one that was not checked at boot: it is refused.</summary>
    public AccessOption? Find(string method) => options.GetValueOrDefault(method);

    internal void Load(Dictionary<string, AccessOption> checkedOptions) => options = checkedOptions;
}
