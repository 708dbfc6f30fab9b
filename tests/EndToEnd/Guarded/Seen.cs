namespace Tsunagu.Tests.EndToEnd.Guarded;

/// <summary>A read as its caller saw it.</summary>
/// <param name="Reader">Who read.</param>
/// <param name="From">When it was asked.</param>
/// <param name="To">When it was answered.</param>
/// <param name="Sight">What was shown.</param>
sealed record Seen(Reader Reader, DateTimeOffset From, DateTimeOffset To, Sight Sight);
