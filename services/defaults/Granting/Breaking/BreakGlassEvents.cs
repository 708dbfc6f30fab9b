using Tsunagu.Contracts.Events.Grants;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Granting.Breaking;

/// <summary>What is told of a broken glass: ids and codes, never anybody's words.</summary>
static class BreakGlassEvents
{
    public static void TellOpened(this ServiceDbContext db, BrokenGlass glass, ServiceName service) => db.AddEvent(new BreakGlassOpened
    {
        EventId = Guid.CreateVersion7(glass.OpenedAt),
        OccurredAt = glass.OpenedAt,
        AggregateId = glass.Id,
        Sequence = glass.Tell(),
        Service = service.Value,
        OwnerAgencyId = glass.Owner.Value,
        StaffId = glass.Staff.Value,
        AgencyId = glass.Agency.Value,
        GrantId = glass.GrantId,
        ResourceKind = glass.ResourceKind,
        ResourceId = glass.ResourceId,
    });

    public static void TellReviewed(this ServiceDbContext db, BrokenGlass glass, ServiceName service) => db.AddEvent(new BreakGlassReviewed
    {
        EventId = Guid.CreateVersion7(glass.ReviewedAt!.Value),
        OccurredAt = glass.ReviewedAt.Value,
        AggregateId = glass.Id,
        Sequence = glass.Tell(),
        Service = service.Value,
        OwnerAgencyId = glass.Owner.Value,
        StaffId = glass.Staff.Value,
        AgencyId = glass.Agency.Value,
        ReviewedByStaffId = glass.ReviewedBy!.Value.Value,
        Justified = glass.Verdict is BreakGlassVerdict.Justified,
    });

    public static void TellOverdue(this ServiceDbContext db, BrokenGlass glass, ServiceName service) => db.AddEvent(new BreakGlassOverdue
    {
        EventId = Guid.CreateVersion7(glass.EscalatedAt!.Value),
        OccurredAt = glass.EscalatedAt.Value,
        AggregateId = glass.Id,
        Sequence = glass.Tell(),
        Service = service.Value,
        OwnerAgencyId = glass.Owner.Value,
        StaffId = glass.Staff.Value,
        AgencyId = glass.Agency.Value,
    });
}
