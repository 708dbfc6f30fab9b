namespace Tsunagu.Households.Data;

/// <summary>
/// What a record told for a stretch of data dates, as it was known for a stretch of time: every state but the one that is current and known
/// now, which is the <see cref="InvolvementRecord"/> itself.
/// </summary>
sealed class InvolvementVersion : InvolvementContent
{
    public long Id { get; init; }

    public Guid InvolvementId { get; init; }

    /// <summary>First data date on which it no longer holds; the greatest date while nothing newer was known.</summary>
    public DateOnly ValidTo { get; init; }

    /// <summary>When something else became known; the greatest instant while it stands.</summary>
    public DateTimeOffset KnownTo { get; init; }
}
