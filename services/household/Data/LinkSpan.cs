namespace Tsunagu.Households.Data;

/// <summary>For how long a record without a key was known to be about a resident.</summary>
sealed class LinkSpan
{
    public Guid InvolvementId { get; init; }

    public Guid ResidentId { get; init; }

    public DateTimeOffset KnownFrom { get; init; }

    /// <summary>When the link was given up; the greatest instant while it stands.</summary>
    public DateTimeOffset KnownTo { get; init; }
}
