using System.Reflection;
using Google.Protobuf.Reflection;

namespace Tsunagu.Gateway.Catalogue;

/// <summary>Every RPC of the contract, read from the descriptors that the generated code carries.</summary>
sealed class ContractCatalogue
{
    readonly Dictionary<string, Operation> byName;

    /// <summary>Reads the given files.</summary>
    public ContractCatalogue(IEnumerable<FileDescriptor> files)
    {
        var methods = files.SelectMany(f => f.Services).SelectMany(s => s.Methods).ToList();
        Services = [.. methods.Where(m => !Operation.IsCommon(m)).Select(Operation.AreaOf).Distinct().Order(StringComparer.Ordinal)];
        Operations = [.. methods.SelectMany(m => Operation.From(m, Services)).OrderBy(o => o.Name, StringComparer.Ordinal)];
        byName = Operations.ToDictionary(o => o.Name);
    }

    /// <summary>All RPCs by name.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>Names of the services that own them.</summary>
    public IReadOnlyList<string> Services { get; }

    /// <summary>The RPC of that name.</summary>
    public Operation this[string name] => byName[name];

    /// <summary>The RPC that another one represents.</summary>
    public Operation RepresentedBy(Operation other) => byName[$"{other.Method.Service.FullName}.{other.Representation!.Of}"];

    /// <summary>The RPC that answers in another media type for this one; null when none does.</summary>
    public Operation? RepresentationOf(Operation operation) =>
        Operations.FirstOrDefault(o => o.Representation is not null && RepresentedBy(o) == operation);

    /// <summary>The contract of an assembly of generated code.</summary>
    public static ContractCatalogue Of(Assembly assembly) => new(assembly.GetExportedTypes()
        .Where(t => t.IsAbstract && t.IsSealed && t.Name.EndsWith("Reflection", StringComparison.Ordinal))
        .Select(t => t.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
        .OfType<FileDescriptor>());
}
