
namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>同意 as far as sharing asks it: whose it is, with whom, what for and until when. The intake service keeps it.</summary>
public sealed record Consent
{
    /// <summary>Identifies the consent.</summary>
    public required Guid Id { get; init; }

    /// <summary>Consultation and case of the person who consented.</summary>
    public required ConsentOrigin About { get; init; }

    /// <summary>Agencies with which it allows to share.</summary>
    public required IReadOnlySet<AgencyId> Agencies { get; init; }

    /// <summary>Kinds of agency, by code, with which it allows to share.</summary>
    public required IReadOnlySet<string> AgencyKinds { get; init; }

    /// <summary>True: with the attendants of meetings about the case.</summary>
    public required bool Meetings { get; init; }

    /// <summary>利用目的 for which what is shared may be read, each once.</summary>
    public required IReadOnlyList<string> Purposes { get; init; }

    /// <summary>First day (Japan) of it.</summary>
    public required DateOnly GivenOn { get; init; }

    /// <summary>Last day (Japan) of it; null: until it is revoked.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>True once it was revoked.</summary>
    public required bool Revoked { get; init; }

    /// <summary>From then on it carries nothing; null while no day was set.</summary>
    public DateTimeOffset? EndsAt => ValidUntil is { } last ? JapanCalendar.StartOf(last.AddDays(1)) : null;

    /// <summary>True while it carries something.</summary>
    /// <param name="now">Moment asked about.</param>
    public bool IsLive(DateTimeOffset now) => !Revoked && JapanCalendar.StartOf(GivenOn) <= now && !(EndsAt <= now);

    /// <summary>True when the person named whom something is to be shared with. Pure.</summary>
    /// <param name="recipient">With whom.</param>
    public bool Names(ConsentRecipient recipient) => recipient.Meeting
        ? Meetings
        : (recipient.Agency is { } agency && Agencies.Contains(agency)) || (recipient.AgencyKind is { } kind && AgencyKinds.Contains(kind));

    /// <summary>True when the person agreed to it, and still does. Pure.</summary>
    /// <inheritdoc cref="Require"/>
    public bool Covers(ConsentOrigin about, ConsentRecipient recipient, DateTimeOffset now) => about.IsOf(About) && IsLive(now) && Names(recipient);

    /// <summary>Refuses what the person did not agree to. Pure.</summary>
    /// <param name="about">Consultation and case that the record names.</param>
    /// <param name="recipient">With whom it is to be shared.</param>
    /// <param name="now">Moment of sharing.</param>
    /// <exception cref="Refusal">CONSENT_OTHER_PERSON, CONSENT_ENDED, CONSENT_RECIPIENT.</exception>
    public void Require(ConsentOrigin about, ConsentRecipient recipient, DateTimeOffset now)
    {
        if (!about.IsOf(About)) throw ConsentErrors.OtherPerson();
        if (!IsLive(now)) throw ConsentErrors.Ended();
        if (!Names(recipient)) throw ConsentErrors.Recipient();
    }
}
