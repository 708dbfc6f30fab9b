namespace Tsunagu.Households.Protections;

/// <summary>One stretch of protection that a release names, by all that makes it the one it is.</summary>
sealed class ReleasedSpan
{
    ReleasedSpan()
    {
    }

    public Guid ReleaseId { get; private init; }

    /// <summary>From 0, within the release.</summary>
    public int Place { get; private init; }

    public Guid ResidentId { get; private init; }

    public string FeedId { get; private init; } = "";

    public string ResidentNumber { get; private init; } = "";

    public DateOnly? StartDate { get; private init; }

    public DateOnly? EndDate { get; private init; }

    public Guid ToldBy { get; private init; }

    /// <summary>True from the release's approval on: it hides no more.</summary>
    public bool Approved { get; private set; }

    public static ReleasedSpan Of(Guid release, int place, HidingSpan span) => new()
    {
        ReleaseId = release,
        Place = place,
        ResidentId = span.ResidentId,
        FeedId = span.FeedId,
        ResidentNumber = span.Number,
        StartDate = span.Span.Start,
        EndDate = span.Span.End,
        ToldBy = span.ToldBy,
    };

    public void Approve() => Approved = true;
}
