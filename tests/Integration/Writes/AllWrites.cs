using Xunit;

namespace Tsunagu.Tests.Integration.Writes;

/// <summary>Tests around all services: their queues have one reader at a time, and what a call leaves is told from what others leave.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class AllWrites : ICollectionFixture<WriteWorld>;
