using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    // As the contract lets read a household's records.
    static readonly Role[] Readers = [Role.Caseworker, Role.Coordinator, Role.Manager];

    /// <inheritdoc />
    public override Task<FindInvolvementResponse> FindInvolvement(FindInvolvementRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = FieldParser.Uuid(request.ResidentId, "resident_id");
        var mayRead = context.GetCaller().Roles.Overlaps(Readers);
        return work.ReadAsync(context, (db, ct) => InvolvementAsync(db, id, mayRead, ct));
    }

    async Task<FindInvolvementResponse> InvolvementAsync(HouseholdDbContext db, Guid id, bool mayRead, CancellationToken ct)
    {
        if (!await db.Residents.AnyAsync(r => r.Id == id, ct))
            throw HouseholdErrors.ResidentNotFound();
        // The list of protective measures is no feed yet: of nobody is known that there is none.
        return InvolvementRule.Decide(ProtectionState.Unknown, mayRead) switch
        {
            InvolvementDisclosure.Told => Departments(await FactsAsync(db, id, ct), await feeds.CurrentAsync(db, ct)),
            InvolvementDisclosure.AsNobody => new FindInvolvementResponse(),
            InvolvementDisclosure.Refused => throw HouseholdErrors.ProtectionUnknown(),
        };
    }

    static Task<List<InvolvementRecord>> FactsAsync(HouseholdDbContext db, Guid resident, CancellationToken ct) => (
        from person in db.InvolvementPersons.AsNoTracking()
        join record in db.Involvements.AsNoTracking() on person.InvolvementId equals record.Id
        where person.ResidentId == resident && record.WithdrawnImportId == null && !record.Held
        select record).ToListAsync(ct);

    FindInvolvementResponse Departments(List<InvolvementRecord> records, FeedCatalog catalog)
    {
        var today = JapanCalendar.DayOf(clock.GetUtcNow());
        var involved = records.Where(record => IsOpen(record, catalog, today))
            .Select(record => catalog.Find(record.FeedId))
            .OfType<FeedLayout>()
            .Select(layout => (layout.Department, layout.Contact))
            .Distinct()
            .OrderBy(desk => desk.Department, StringComparer.Ordinal)
            .ThenBy(desk => desk.Contact, StringComparer.Ordinal);
        return new() { Departments = { involved.Select(desk => new InvolvedDepartment { Department = desk.Department, Contact = desk.Contact }) } };
    }

    static bool IsOpen(InvolvementRecord record, FeedCatalog catalog, DateOnly today)
    {
        var status = record.EndedStatus is { } ended ? Openness.StatusByEnd(record.EndDate, record.Status, ended, today) : record.Status;
        return Openness.IsOpen(record.StartDate, record.EndDate, status, catalog.Find(record.FeedId)?.ClosedStatuses ?? [], today);
    }
}
