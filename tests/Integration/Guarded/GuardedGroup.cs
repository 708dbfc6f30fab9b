using Xunit;

namespace Tsunagu.Tests.Integration.Guarded;

/// <summary>One set of services for all these tests; queues have one reader at a time, so nobody else's services run meanwhile.</summary>
[CollectionDefinition(nameof(GuardedGroup), DisableParallelization = true)]
public sealed class GuardedGroup : ICollectionFixture<WallFixture>;
