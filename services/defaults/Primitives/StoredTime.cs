namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>Instants as the database keeps them, so that what is answered at once equals what is read later.</summary>
public static class StoredTime
{
    /// <summary>The instant in UTC, cut to whole microseconds.</summary>
    /// <param name="instant">Any instant, with any offset.</param>
    public static DateTimeOffset Stored(this DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
