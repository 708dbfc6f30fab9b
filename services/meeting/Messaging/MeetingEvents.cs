using Tsunagu.Contracts.Events.Meetings;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Messaging;

/// <summary>What other services are told: ids and codes alone.</summary>
static class MeetingEvents
{
    public static MeetingCalled Called(Meeting meeting, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(now),
        OccurredAt = now,
        AggregateId = meeting.Id.Value,
        Sequence = meeting.Sequence,
        CaseId = meeting.Case.Value,
        ConvenerAgencyId = meeting.Convener.Value,
        StartsAt = meeting.StartsAt,
        InvitedAgencyIds = Invited(meeting),
    };

    public static AgenciesInvited Invited(Meeting meeting, IEnumerable<AgencyId> added, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(now),
        OccurredAt = now,
        AggregateId = meeting.Id.Value,
        Sequence = meeting.Sequence,
        CaseId = meeting.Case.Value,
        ConvenerAgencyId = meeting.Convener.Value,
        InvitedAgencyIds = [.. added.Select(agency => agency.Value)],
    };

    public static DecisionRecorded Decided(Meeting meeting, Decision decision) => new()
    {
        EventId = Guid.CreateVersion7(decision.RecordedAt),
        OccurredAt = decision.RecordedAt,
        AggregateId = meeting.Id.Value,
        Sequence = meeting.Sequence,
        CaseId = meeting.Case.Value,
        ConvenerAgencyId = meeting.Convener.Value,
        DecisionId = decision.Id.Value,
        ResponsibleAgencyId = decision.ResponsibleAgency.Value,
    };

    public static MeetingCancelled Cancelled(Meeting meeting, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(now),
        OccurredAt = now,
        AggregateId = meeting.Id.Value,
        Sequence = meeting.Sequence,
        CaseId = meeting.Case.Value,
        ConvenerAgencyId = meeting.Convener.Value,
        InvitedAgencyIds = Invited(meeting),
    };

    static List<string> Invited(Meeting meeting) => [.. meeting.Invitations.Select(invitation => invitation.Agency.Value)];
}
