using Xunit;

namespace Tsunagu.Tests.Integration.Referrals;

/// <summary>Tests of the directory on its way through the broker: queues have one reader at a time, so nobody else's services run meanwhile.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class WholeDirectory : ICollectionFixture<DirectoryWorld>;
