using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Domain;

/// <summary>What one kind of meeting needs from one day on, until the next rule of that kind.</summary>
/// <param name="Kind">Kind of meeting it is about.</param>
/// <param name="From">First day (Japan) on which it is in force.</param>
/// <param name="ConsentRequired">True: such a meeting is called by a consent of the person.</param>
public sealed record MeetingRule(MeetingKind Kind, DateOnly From, bool ConsentRequired)
{
    /// <summary>Refuses a meeting that needs a consent and names none, or that the one it names does not cover.</summary>
    /// <param name="consent">Consent that it names; null when it names none.</param>
    /// <param name="about">Case of the meeting.</param>
    /// <param name="startsAt">When it begins: the consent has to stand then.</param>
    /// <exception cref="Refusal">MEETING_CONSENT_MISSING, CONSENT_OTHER_PERSON, CONSENT_ENDED, CONSENT_RECIPIENT.</exception>
    public void RequireConsent(Consent? consent, CaseId about, DateTimeOffset startsAt)
    {
        if (ConsentRequired && consent is null) throw MeetingErrors.ConsentMissing();
        consent?.Require(new(null, about.Value), ConsentRecipient.OfMeeting, startsAt);
    }
}
