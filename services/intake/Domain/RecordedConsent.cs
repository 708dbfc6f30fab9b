using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Intake.Domain;

/// <summary>同意 of the person whom a consultation is about. What was agreed never changes: another agreement is another consent.</summary>
public sealed class RecordedConsent
{
    RecordedConsent()
    {
    }

    /// <summary>Identifies the consent.</summary>
    public required ConsentId Id { get; init; }

    /// <summary>Consultation whose person it is about.</summary>
    public required ConsultationId Consultation { get; init; }

    /// <summary>Agency that owns it: that of the consultation, whose case may be transferred.</summary>
    public AgencyId Agency { get; private set; }

    /// <summary>Who consented.</summary>
    public required ConsentGiver Giver { get; init; }

    /// <summary>氏名 of the legal representative; empty for the person.</summary>
    public required string RepresentativeName { get; init; }

    /// <summary>How.</summary>
    public required ConsentForm Form { get; init; }

    /// <summary>Agencies with which it allows to share, by code, each once.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    /// <summary>Kinds of agency with which it allows to share, by code, each once.</summary>
    public required IReadOnlyList<string> AgencyKinds { get; init; }

    /// <summary>True: with the attendants of meetings about the case.</summary>
    public required bool Meetings { get; init; }

    /// <summary>利用目的, each once.</summary>
    public required IReadOnlyList<string> Purposes { get; init; }

    /// <summary>同意日 (Japan).</summary>
    public required DateOnly GivenOn { get; init; }

    /// <summary>Last day (Japan); null: until it is revoked.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>What was explained and agreed.</summary>
    public required string Note { get; init; }

    /// <summary>Who recorded it.</summary>
    public required StaffId RecordedBy { get; init; }

    /// <summary>When it was recorded (UTC).</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it was revoked (UTC); null while it was not.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Who recorded that it was revoked.</summary>
    public StaffId? RevokedBy { get; private set; }

    /// <summary>Why.</summary>
    public string? RevokeReason { get; private set; }

    /// <summary>Once it is revoked: services that have not said yet that nothing rests on it.</summary>
    public IReadOnlyList<string> Closing { get; private set; } = [];

    /// <summary>Version of the stored row; 0 until stored.</summary>
    public uint Version { get; private set; }

    /// <summary>Records what somebody agreed to.</summary>
    /// <param name="id">Identity of the new consent.</param>
    /// <param name="terms">What was agreed; the directory knows each agency.</param>
    /// <param name="consultation">Consultation whose person it is about.</param>
    /// <param name="staff">Who records it.</param>
    /// <param name="now">Moment of recording.</param>
    /// <exception cref="Refusal">CONSENT_IN_FUTURE, CONSENT_OVER, CONSENT_WITH_NOBODY, CONSENT_REPRESENTATIVE.</exception>
    public static RecordedConsent Record(ConsentId id, ConsentTerms terms, Consultation consultation, StaffId staff, DateTimeOffset now)
    {
        var today = JapanCalendar.DayOf(now);
        var given = terms.GivenOn ?? today;
        if (given > today) throw IntakeErrors.ConsentInFuture();
        if (terms.ValidUntil < today || terms.ValidUntil < given) throw IntakeErrors.ConsentOver();
        if (terms.Agencies.Count + terms.AgencyKinds.Count == 0 && !terms.Meetings) throw IntakeErrors.ConsentWithNobody();
        if (terms.Giver is ConsentGiver.LegalRepresentative != terms.RepresentativeName.Length > 0) throw IntakeErrors.ConsentRepresentative();
        return new()
        {
            Id = id,
            Consultation = consultation.Id,
            Agency = consultation.Agency,
            Giver = terms.Giver,
            RepresentativeName = terms.RepresentativeName,
            Form = terms.Form,
            Agencies = [.. terms.Agencies.Select(agency => agency.Value).Distinct()],
            AgencyKinds = [.. terms.AgencyKinds.Distinct()],
            Meetings = terms.Meetings,
            Purposes = [.. terms.Purposes.Distinct()],
            GivenOn = given,
            ValidUntil = terms.ValidUntil,
            Note = terms.Note,
            RecordedBy = staff,
            RecordedAt = now,
        };
    }

    /// <summary>Where it stands.</summary>
    /// <param name="now">Moment asked about.</param>
    public ConsentState StateAt(DateTimeOffset now) => RevokedAt is not null ? Closing.Count > 0 ? ConsentState.Revoking : ConsentState.Revoked
        : JapanCalendar.DayOf(now) > ValidUntil ? ConsentState.Expired
        : ConsentState.Live;

    /// <summary>撤回: nothing new rests on it from now on.</summary>
    /// <param name="staff">Who records it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="sharing">Services that may have shared on it.</param>
    /// <param name="now">Moment of recording.</param>
    /// <exception cref="Refusal">CONSENT_ENDED.</exception>
    public void Revoke(StaffId staff, string reason, IReadOnlyList<string> sharing, DateTimeOffset now)
    {
        if (StateAt(now) is not ConsentState.Live) throw IntakeErrors.ConsentEnded();
        (RevokedAt, RevokedBy, RevokeReason, Closing) = (now, staff, reason, sharing);
    }

    /// <summary>It as far as sharing asks.</summary>
    /// <param name="opened">Case that was opened from the consultation.</param>
    public Consent ToConsent(CaseId? opened) => new()
    {
        Id = Id.Value,
        About = new(Consultation.Value, opened?.Value),
        Agencies = Agencies.Select(code => new AgencyId(code)).ToHashSet(),
        AgencyKinds = AgencyKinds.ToHashSet(StringComparer.Ordinal),
        Meetings = Meetings,
        Purposes = Purposes,
        GivenOn = GivenOn,
        ValidUntil = ValidUntil,
        Revoked = RevokedAt is not null,
    };

    /// <summary>A service has said that nothing rests on it there.</summary>
    /// <param name="service">Name of the service.</param>
    public void Close(string service) => Closing = [.. Closing.Where(other => !string.Equals(other, service, StringComparison.Ordinal))];
}
