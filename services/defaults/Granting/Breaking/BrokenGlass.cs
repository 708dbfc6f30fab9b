using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Granting.Breaking;

/// <summary>緊急閲覧: somebody opened a record of another agency themself, which that agency reviews afterwards.</summary>
public sealed class BrokenGlass
{
    const int ReviewDays = 7;

    BrokenGlass()
    {
    }

    /// <summary>Identifies it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Grant that it gave.</summary>
    public required Guid GrantId { get; init; }

    /// <summary>Kind of the record.</summary>
    public required string ResourceKind { get; init; }

    /// <summary>The record.</summary>
    public required Guid ResourceId { get; init; }

    /// <summary>Agency that owned the record when it was opened. It reviews, whoever owns the record later: it was its trust that was used.</summary>
    public required AgencyId Owner { get; init; }

    /// <summary>Who opened it.</summary>
    public required StaffId Staff { get; init; }

    /// <summary>Agency of who opened it, at that moment.</summary>
    public required AgencyId Agency { get; init; }

    /// <summary>利用目的 of the call that opened it.</summary>
    public required string Purpose { get; init; }

    /// <summary>Why, in the words of who opened it: 1 to 500 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>From then on it opens nothing (UTC), if nobody ended it before.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Last day (Japan) for the review: the seventh after that of the opening.</summary>
    public required DateOnly ReviewDueOn { get; init; }

    /// <summary>When it was told that nobody reviewed it in time (UTC); null while it was not.</summary>
    public DateTimeOffset? EscalatedAt { get; private set; }

    /// <summary>What was found; null until it was reviewed.</summary>
    public BreakGlassVerdict? Verdict { get; private set; }

    /// <summary>When it was reviewed (UTC); null until it was.</summary>
    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>Who reviewed it.</summary>
    public StaffId? ReviewedBy { get; private set; }

    /// <summary>What the reviewer noted: 1 to 500 characters; null until it was reviewed.</summary>
    public string? Note { get; private set; }

    /// <summary>How many events were told of it.</summary>
    public int Told { get; private set; }

    /// <summary>Version of the stored row; 0 until stored.</summary>
    public uint Version { get; private set; }

    /// <summary>From this instant on its review is late (UTC).</summary>
    public DateTimeOffset OverdueAt => JapanCalendar.StartOf(ReviewDueOn.AddDays(1));

    /// <summary>What is to be reviewed of a grant that its grantee took.</summary>
    /// <param name="grant">The grant; its source names the new broken glass.</param>
    /// <param name="purpose">利用目的 of the call.</param>
    /// <param name="reason">Why.</param>
    public static BrokenGlass Of(Grant grant, string purpose, string reason) => new()
    {
        Id = grant.SourceId!.Value,
        GrantId = grant.Id,
        ResourceKind = grant.ResourceKind,
        ResourceId = grant.ResourceId,
        Owner = grant.Owner,
        Staff = grant.GrantedBy,
        Agency = grant.GrantedByAgency,
        Purpose = purpose,
        Reason = reason,
        OpenedAt = grant.CreatedAt,
        ExpiresAt = grant.ExpiresAt,
        ReviewDueOn = JapanCalendar.DayOf(grant.CreatedAt).AddDays(ReviewDays),
    };

    /// <summary>Where its review stands.</summary>
    /// <param name="now">Moment asked about.</param>
    public BreakGlassState StateAt(DateTimeOffset now) => Verdict switch
    {
        BreakGlassVerdict.Justified => BreakGlassState.Justified,
        BreakGlassVerdict.Unjustified => BreakGlassState.Unjustified,
        null => now < OverdueAt ? BreakGlassState.Open : BreakGlassState.Overdue,
    };

    /// <summary>Judges it, once.</summary>
    /// <param name="verdict">What was found.</param>
    /// <param name="note">What it rests on.</param>
    /// <param name="staff">Who judges.</param>
    /// <param name="agency">Agency of who judges.</param>
    /// <param name="now">Moment of the review.</param>
    /// <exception cref="Refusal">BREAK_GLASS_NOT_OWNER, BREAK_GLASS_SELF_REVIEW, BREAK_GLASS_REVIEWED.</exception>
    public void Review(BreakGlassVerdict verdict, string note, StaffId staff, AgencyId agency, DateTimeOffset now)
    {
        if (agency != Owner) throw BreakGlassErrors.NotOwner();
        // Who opened it may work for its owner by now.
        if (staff == Staff) throw BreakGlassErrors.SelfReview();
        if (Verdict is not null) throw BreakGlassErrors.Reviewed();
        (Verdict, Note, ReviewedBy, ReviewedAt) = (verdict, note, staff, now);
    }

    /// <summary>Notes that its review is late and somebody is told.</summary>
    /// <param name="now">The moment.</param>
    /// <returns>False when there is nothing to tell: it was reviewed, told before, or has time left.</returns>
    public bool Escalate(DateTimeOffset now)
    {
        if (EscalatedAt is not null || StateAt(now) is not BreakGlassState.Overdue)
            return false;
        EscalatedAt = now;
        return true;
    }

    /// <summary>Number of the next event that is told of it: 1, 2, 3 ...</summary>
    public int Tell() => ++Told;
}
