using Xunit;

namespace Tsunagu.Tests.Integration.Intake;

/// <summary>One running service for all these tests; each test is a desk of its own agency.</summary>
[CollectionDefinition(nameof(IntakeFixture))]
public sealed class IntakeGroup : ICollectionFixture<IntakeFixture>;
