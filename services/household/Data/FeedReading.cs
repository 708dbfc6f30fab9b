namespace Tsunagu.Households.Data;

/// <summary>The file of a feed that answers a read, and whether files after it went wrong.</summary>
sealed class FeedReading
{
    public required string FeedId { get; init; }

    /// <summary>Newest version of its definition.</summary>
    public int Version { get; init; }

    /// <summary>Null when the feed has no file that is known then.</summary>
    public DateOnly? DataDate { get; init; }

    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>When the first of the files after it that were set aside or failed was received.</summary>
    public DateTimeOffset? BrokenSince { get; init; }

    /// <summary>The day for which the feed is read: a day before its first file is answered by that file.</summary>
    public DateOnly DayFor(DateOnly asked) => DataDate is { } first && first > asked ? first : asked;
}
