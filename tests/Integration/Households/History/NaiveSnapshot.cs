namespace Tsunagu.Tests.Integration.Households.History;

/// <summary>A file and when it became known.</summary>
public sealed record NaiveSnapshot(NaiveFile File, DateTimeOffset KnownAt);
