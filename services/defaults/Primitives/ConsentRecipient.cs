namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>With whom something is to be shared, as far as a consent names it.</summary>
/// <param name="Meeting">True: with the attendants of a meeting.</param>
/// <param name="Agency">Agency, or agency of the staff member; null when it is a meeting, or not known.</param>
/// <param name="AgencyKind">Code of the agency's kind; null when it is a meeting, or not known.</param>
public readonly record struct ConsentRecipient(bool Meeting, AgencyId? Agency, string? AgencyKind)
{
    /// <summary>The attendants of a meeting.</summary>
    public static ConsentRecipient OfMeeting { get; } = new(true, null, null);

    /// <summary>An agency of a kind.</summary>
    public static ConsentRecipient Of(AgencyId agency, string kind) => new(false, agency, kind);
}
