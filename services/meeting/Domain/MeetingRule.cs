using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Domain;

/// <summary>What one kind of meeting needs from one day on, until the next rule of that kind.</summary>
/// <param name="Kind">Kind of meeting it is about.</param>
/// <param name="From">First day (Japan) on which it is in force.</param>
/// <param name="ConsentRequired">True: the person's consent must be dated before such a meeting is called.</param>
public sealed record MeetingRule(MeetingKind Kind, DateOnly From, bool ConsentRequired)
{
    /// <summary>Refuses a consent that is needed and not there yet, or dated ahead.</summary>
    /// <param name="consentDate">Day on which the person consented; null when no consent is on record.</param>
    /// <param name="today">The day in Japan.</param>
    /// <exception cref="Refusal">MEETING_CONSENT_MISSING when needed; CONSENT_DATE_IN_FUTURE when it was not needed.</exception>
    public void RequireConsent(DateOnly? consentDate, DateOnly today)
    {
        var given = consentDate <= today;
        if (ConsentRequired && !given) throw MeetingErrors.ConsentMissing();
        if (consentDate is not null && !given) throw MeetingErrors.ConsentInFuture();
    }
}
