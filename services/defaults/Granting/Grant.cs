using Tsunagu.ServiceDefaults.Granting.Breaking;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Sharing;

namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>閲覧許可: opens one record of its owner to somebody else, for a reason and for a time.</summary>
public sealed class Grant
{
    // However long the rules let an emergency last that its owner decides about.
    static readonly TimeSpan LongestTaken = TimeSpan.FromHours(8);

    Grant()
    {
    }

    /// <summary>Identifies the grant.</summary>
    public required Guid Id { get; init; }

    /// <summary>Kind of the record.</summary>
    public required string ResourceKind { get; init; }

    /// <summary>The record.</summary>
    public required Guid ResourceId { get; init; }

    /// <summary>Agency that owns the record; a transfer changes it.</summary>
    public required AgencyId Owner { get; init; }

    /// <summary>What sort of grantee.</summary>
    public required GranteeKind GranteeKind { get; init; }

    /// <summary>Who, as <see cref="Granting.Grantee.Id"/>.</summary>
    public required string GranteeId { get; init; }

    /// <summary>Items that are shown; empty: all of the record.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>法的根拠.</summary>
    public required GrantBasis Basis { get; init; }

    /// <summary>同意 that it rests on; null for other bases, and for what was granted before consents were recorded.</summary>
    public required Guid? ConsentId { get; init; }

    /// <summary>利用目的 for which it opens the record; empty: for any.</summary>
    public required IReadOnlyList<string> Purposes { get; init; }

    /// <summary>Why; empty where the source says it.</summary>
    public required string Reason { get; init; }

    /// <summary>Kind of what it came from.</summary>
    public required string SourceKind { get; init; }

    /// <summary>Id of what it came from.</summary>
    public required Guid? SourceId { get; init; }

    /// <summary>Who granted it.</summary>
    public required StaffId GrantedBy { get; init; }

    /// <summary>Agency of who granted it: the record's owner then, or that of a grantee who took it in an emergency.</summary>
    public required AgencyId GrantedByAgency { get; init; }

    /// <summary>承認者; null where the basis asks for none.</summary>
    public required StaffId? Approver { get; init; }

    /// <summary>When it was granted (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From then on it opens nothing (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was revoked (UTC); null while it was not.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Who revoked it.</summary>
    public StaffId? RevokedBy { get; private set; }

    /// <summary>Why it was revoked; empty where the source says it.</summary>
    public string? RevokeReason { get; private set; }

    /// <summary>Version of the stored row; 0 until stored.</summary>
    public uint Version { get; private set; }

    /// <summary>To whom it opens the record.</summary>
    public Grantee Grantee => new(GranteeKind, GranteeId);

    /// <summary>Opens a record on somebody's request.</summary>
    /// <param name="id">Identity of the new grant.</param>
    /// <param name="terms">What is asked for, and the consent that it rests on.</param>
    /// <param name="rule">What its basis carries at that moment.</param>
    /// <param name="owner">Agency that owns the record.</param>
    /// <param name="staff">Who asks.</param>
    /// <param name="agency">Agency of who asks.</param>
    /// <param name="now">Moment of granting.</param>
    /// <exception cref="Refusal">
    /// CONSENT_MISSING, GRANT_NOT_OWNER, GRANT_TO_OWNER, GRANT_APPROVER_MISSING, GRANT_APPROVER_SAME, GRANT_EXPIRY_PAST, GRANT_EXPIRY_TOO_LATE.
    /// </exception>
    public static Grant Give(Guid id, GrantTerms terms, SharingRule rule, AgencyId owner, StaffId staff, AgencyId agency, DateTimeOffset now)
    {
        if (GrantBases.RestsOnConsent(terms.Basis) && terms.Consent is null) throw ConsentErrors.Missing();
        if (rule.Approver && terms.Approver is null) throw GrantErrors.ApproverMissing();
        if (terms.Approver == staff) throw GrantErrors.ApproverSame();
        return Issue(id, terms, rule, owner, staff, agency, now);
    }

    /// <summary>Opens a record because something happened that carries its own decision, such as a referral being sent.</summary>
    /// <inheritdoc cref="Give"/>
    public static Grant Issue(Guid id, GrantTerms terms, SharingRule rule, AgencyId owner, StaffId staff, AgencyId agency, DateTimeOffset now)
    {
        if (agency != owner || string.IsNullOrEmpty(owner.Value)) throw GrantErrors.NotOwner();
        if (terms.Grantee == Grantee.Agency(owner)) throw GrantErrors.ToOwner();
        var latest = terms.Consent?.EndsAt is { } over && over < rule.LatestEnd(now) ? over : rule.LatestEnd(now);
        var end = terms.ExpiresAt ?? latest;
        if (end <= now) throw GrantErrors.ExpiryPast();
        if (end > latest) throw GrantErrors.ExpiryTooLate();
        return New(id, terms, end, owner, staff, agency, now);
    }

    /// <summary>Opens all of a record of another agency to who asks, alone, because nobody of its owner is there to give a grant.</summary>
    /// <param name="id">Identity of the new grant.</param>
    /// <param name="resource">Record to open.</param>
    /// <param name="source">The broken glass.</param>
    /// <param name="rule">What an emergency carries at that moment; it never lasts longer than eight hours.</param>
    /// <param name="owner">Agency that owns the record.</param>
    /// <param name="staff">Who asks.</param>
    /// <param name="agency">Agency of who asks.</param>
    /// <param name="now">Moment of opening.</param>
    /// <exception cref="Refusal">BREAK_GLASS_OWN.</exception>
    public static Grant Take(
        Guid id, Resource resource, GrantSource source, SharingRule rule, AgencyId owner, StaffId staff, AgencyId agency, DateTimeOffset now)
    {
        if (agency == owner) throw BreakGlassErrors.Own();
        var terms = new GrantTerms { Resource = resource, Grantee = Grantee.Staff(staff), Basis = GrantBasis.Emergency, Reason = "", Source = source };
        var latest = rule.LatestEnd(now);
        return New(id, terms, latest - now < LongestTaken ? latest : now + LongestTaken, owner, staff, agency, now);
    }

    /// <summary>Where it stands by its own time; <see cref="SharingLaw.StateOf"/> asks the rules as well.</summary>
    /// <param name="now">Moment asked about.</param>
    public GrantState StateAt(DateTimeOffset now) => RevokedAt is not null ? GrantState.Revoked
        : now < ExpiresAt ? GrantState.Live
        : GrantState.Expired;

    /// <summary>True when it opens the record to a call that gives a purpose, or none.</summary>
    /// <param name="purpose">利用目的 of the call.</param>
    public bool Serves(string? purpose) => Purposes.Count == 0 || (purpose is not null && Purposes.Contains(purpose, StringComparer.Ordinal));

    /// <summary>Ends it before its time.</summary>
    /// <param name="staff">Who ends it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">Moment of revocation.</param>
    /// <exception cref="Refusal">GRANT_ENDED.</exception>
    public void Revoke(StaffId staff, string reason, DateTimeOffset now)
    {
        if (StateAt(now) is not GrantState.Live) throw GrantErrors.Ended();
        (RevokedAt, RevokedBy, RevokeReason) = (now, staff, reason);
    }

    static Grant New(Guid id, GrantTerms terms, DateTimeOffset end, AgencyId owner, StaffId staff, AgencyId agency, DateTimeOffset now) => new()
    {
        Id = id,
        ResourceKind = terms.Resource.Kind,
        ResourceId = terms.Resource.Id,
        Owner = owner,
        GranteeKind = terms.Grantee.Kind,
        GranteeId = terms.Grantee.Id,
        Items = [.. terms.Items.Distinct()],
        Basis = terms.Basis,
        ConsentId = terms.Consent?.Id,
        Purposes = terms.Consent?.Purposes ?? [],
        Reason = terms.Reason,
        SourceKind = terms.Source.Kind,
        SourceId = terms.Source.Id,
        GrantedBy = staff,
        GrantedByAgency = agency,
        Approver = terms.Approver,
        CreatedAt = now,
        ExpiresAt = end,
    };
}
