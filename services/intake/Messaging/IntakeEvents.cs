using Tsunagu.Contracts.Events.Consents;
using Tsunagu.Contracts.Events.Intake;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Intake.Messaging;

/// <summary>What other services are told: ids and codes alone.</summary>
static class IntakeEvents
{
    public static ConsultationRecorded Recorded(Consultation consultation, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(now),
        OccurredAt = now,
        AggregateId = consultation.Id.Value,
        Sequence = consultation.Sequence,
        AgencyId = consultation.Agency.Value,
        StaffId = consultation.Staff.Value,
        Urgency = IntakeWire.UrgencyCode(consultation.Urgency),
    };

    public static ConsultationLinked Linked(Consultation consultation, StaffId staff, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(now),
        OccurredAt = now,
        AggregateId = consultation.Id.Value,
        Sequence = consultation.Sequence,
        AgencyId = consultation.Agency.Value,
        StaffId = staff.Value,
        ResidentId = consultation.Resident!.Value.Value,
    };

    public static CaseTransferred Transferred(SupportCase transferred, AgencyId from, StaffId by, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(now),
        OccurredAt = now,
        AggregateId = transferred.Id.Value,
        Sequence = transferred.Sequence,
        FromAgencyId = from.Value,
        ToAgencyId = transferred.Agency.Value,
        ResponsibleStaffId = transferred.Responsible.Value,
        ConsultationId = transferred.Consultation.Value,
        StaffId = by.Value,
    };

    public static ConsentRevoked Revoked(RecordedConsent consent, StaffId by, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(now),
        OccurredAt = now,
        AggregateId = consent.Id.Value,
        // Nothing else is ever told of it.
        Sequence = 1,
        StaffId = by.Value,
    };

    public static CaseOpened Opened(SupportCase opened) => new()
    {
        EventId = Guid.CreateVersion7(opened.OpenedAt),
        OccurredAt = opened.OpenedAt,
        AggregateId = opened.Id.Value,
        Sequence = opened.Sequence,
        AgencyId = opened.Agency.Value,
        ResponsibleStaffId = opened.Responsible.Value,
        ConsultationId = opened.Consultation.Value,
    };
}
