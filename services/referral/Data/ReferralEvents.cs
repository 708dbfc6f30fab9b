using Tsunagu.Contracts.Events;
using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Referrals.Domain;

namespace Tsunagu.Referrals.Data;

/// <summary>Logs and publishes what just happened to a referral, in the unit of work that made it happen.</summary>
static class ReferralEvents
{
    /// <summary>Call once after each transition, before saving.</summary>
    public static void Announce(this ReferralDbContext db, Referral referral, Actor by)
    {
        var id = db.Log(referral, overdue: false);
        db.AddEvent(Event(id, referral, by));
    }

    /// <summary>Call once after the deadline passed, before saving.</summary>
    public static void AnnounceOverdue(this ReferralDbContext db, Referral referral) => db.AddEvent(new ReferralOverdue
    {
        EventId = db.Log(referral, overdue: true),
        OccurredAt = referral.UpdatedAt,
        AggregateId = referral.Id.Value,
        Sequence = referral.Sequence,
        FromAgencyId = referral.From.Value,
        ToAgencyId = referral.To.Value,
        Received = referral.State is ReferralState.Received,
    });

    static Guid Log(this ReferralDbContext db, Referral referral, bool overdue)
    {
        var id = Guid.CreateVersion7();
        db.EventLog.Add(new LoggedEvent
        {
            Id = id,
            OccurredAt = referral.UpdatedAt,
            ReferralId = referral.Id,
            Sequence = referral.Sequence,
            State = referral.State,
            Overdue = overdue,
            From = referral.From,
            To = referral.To,
        });
        return id;
    }

    static IIntegrationEvent Event(Guid id, Referral referral, Actor by) => referral.State switch
    {
        ReferralState.Draft => throw new InvalidOperationException("A draft is nobody else's business."),
        ReferralState.Sent => new ReferralSent
        {
            EventId = id,
            OccurredAt = referral.UpdatedAt,
            AggregateId = referral.Id.Value,
            Sequence = referral.Sequence,
            CaseId = referral.Origin.Case,
            ConsultationId = referral.Origin.Consultation,
            LegalBasis = ReferralCodes.NameOf(referral.Sheet.LegalBasis),
            ConsentId = referral.Sheet.Consent,
            FromAgencyId = referral.From.Value,
            ToAgencyId = referral.To.Value,
            StaffId = by.Staff.Value,
        },
        ReferralState.Received => new ReferralReceived
        {
            EventId = id,
            OccurredAt = referral.UpdatedAt,
            AggregateId = referral.Id.Value,
            Sequence = referral.Sequence,
            FromAgencyId = referral.From.Value,
            ToAgencyId = referral.To.Value,
            StaffId = by.Staff.Value,
        },
        ReferralState.Accepted => new ReferralAccepted
        {
            EventId = id,
            OccurredAt = referral.UpdatedAt,
            AggregateId = referral.Id.Value,
            Sequence = referral.Sequence,
            FromAgencyId = referral.From.Value,
            ToAgencyId = referral.To.Value,
            StaffId = by.Staff.Value,
        },
        ReferralState.Returned => new ReferralReturned
        {
            EventId = id,
            OccurredAt = referral.UpdatedAt,
            AggregateId = referral.Id.Value,
            Sequence = referral.Sequence,
            FromAgencyId = referral.From.Value,
            ToAgencyId = referral.To.Value,
            StaffId = by.Staff.Value,
        },
        ReferralState.Declined => new ReferralDeclined
        {
            EventId = id,
            OccurredAt = referral.UpdatedAt,
            AggregateId = referral.Id.Value,
            Sequence = referral.Sequence,
            FromAgencyId = referral.From.Value,
            ToAgencyId = referral.To.Value,
            StaffId = by.Staff.Value,
        },
        ReferralState.Completed => new ReferralCompleted
        {
            EventId = id,
            OccurredAt = referral.UpdatedAt,
            AggregateId = referral.Id.Value,
            Sequence = referral.Sequence,
            FromAgencyId = referral.From.Value,
            ToAgencyId = referral.To.Value,
            StaffId = by.Staff.Value,
        },
    };
}
