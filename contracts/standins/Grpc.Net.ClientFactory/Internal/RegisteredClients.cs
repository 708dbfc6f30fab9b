namespace Grpc.Net.ClientFactory.Internal;

/// <summary>Which name was given to which client type.</summary>
sealed class RegisteredClients
{
    readonly Dictionary<string, Type> types = new(StringComparer.Ordinal);

    internal void Add(string name, Type type)
    {
        if (types.TryGetValue(name, out var known) && known != type)
            throw new InvalidOperationException($"The gRPC client factory already has a registered client with the name '{name}', bound to the type '{known.FullName}'. Client names are computed based on the type name without considering the namespace ('{type.Name}'). Pass another name to AddGrpcClient.");
        types[name] = type;
    }

    internal bool Has(string name, Type type) => types.TryGetValue(name, out var known) && known == type;
}
