using Tsunagu.Contracts.Events.Households;
using Tsunagu.Households.Data;
using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Households.Messaging;

/// <summary>What other services are told of reveals and measures. Never whom they are about: that somebody is protected is told by the register alone.</summary>
static class ProtectionEvents
{
    public static RevealRequested Requested(Reveal reveal) => new()
    {
        EventId = Guid.CreateVersion7(reveal.RequestedAt),
        OccurredAt = reveal.RequestedAt,
        AggregateId = reveal.Id,
        Sequence = 1,
        StaffId = reveal.RequestedBy.Value,
        AgencyId = reveal.Agency.Value,
    };

    public static RevealOpened Opened(Reveal reveal, Caller by, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(now),
        OccurredAt = now,
        AggregateId = reveal.Id,
        Sequence = 2,
        StaffId = reveal.RequestedBy.Value,
        AgencyId = reveal.Agency.Value,
        ApproverAgencyId = by.Agency.Value,
    };

    public static RevealRejected Rejected(Reveal reveal, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(now),
        OccurredAt = now,
        AggregateId = reveal.Id,
        Sequence = 2,
        StaffId = reveal.RequestedBy.Value,
        AgencyId = reveal.Agency.Value,
    };

    public static ProtectionsDue Due(ProtectionWatch found, string desk, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(now),
        OccurredAt = now,
        AggregateId = Guid.CreateVersion7(now),
        Sequence = 1,
        DeskAgencyId = desk.Length > 0 ? desk : null,
        Ending = found.Ending,
        Expired = found.Expired,
    };
}
