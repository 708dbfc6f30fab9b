using Tsunagu.Contracts.Options.V1;
using Tsunagu.Gateway.Catalogue;

namespace Tsunagu.Tests.Unit.Gateway;

/// <summary>The contract as the gateway reads it.</summary>
static class Contract
{
    public static ContractCatalogue Catalogue { get; } = ContractCatalogue.Of(typeof(AccessOption).Assembly);

    public static ContractComments Comments { get; } = new(typeof(AccessOption).Assembly);

    public static Operation Operation(string method) => Catalogue.Operations.Single(o => o.Method.Name == method);
}
