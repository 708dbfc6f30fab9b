using Tsunagu.Contracts.Events.Referrals;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

public static class ProbeEvents
{
    public static ReferralSent Sent(Note note) => Sent(note.Id, note.Changes, note.OwnerAgency);

    public static ReferralSent Sent(Guid aggregate, long sequence, string agency = "tax") => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = DateTimeOffset.UtcNow,
        AggregateId = aggregate,
        Sequence = sequence,
        CaseId = null,
        ConsultationId = null,
        LegalBasis = "LEGAL_BASIS_CONSENT",
        FromAgencyId = agency,
        ToAgencyId = "school",
        StaffId = "s-1",
    };
}
