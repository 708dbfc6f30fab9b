using Xunit;

namespace Tsunagu.Tests.Integration.Access;

/// <summary>Tests around all services, by themselves: queues have one reader at a time.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class WholeSuite : ICollectionFixture<AccessStage>;
