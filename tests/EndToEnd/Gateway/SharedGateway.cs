using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>Tests that share one gateway.</summary>
[CollectionDefinition(Name)]
public sealed class SharedGateway : ICollectionFixture<GatewayFixture>
{
    public const string Name = "gateway";
}
