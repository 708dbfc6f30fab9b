using Xunit;

namespace Tsunagu.Tests.Integration.Meetings;

/// <summary>The same running services for all these tests; each test has a convener of its own agency.</summary>
[CollectionDefinition(nameof(MeetingFixture))]
public sealed class MeetingGroup : ICollectionFixture<MeetingFixture>;
