using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Identity;
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
        var catalog = await feeds.CurrentAsync(db, ct);
        var lists = await MeasureListsAsync(db, catalog, ct);
        var shield = await Shield.OfAsync(db, catalog, [(id, "")], Today, ct);
        return InvolvementRule.Decide(shield.Of(id), lists, mayRead) switch
        {
            InvolvementDisclosure.Told => Departments(await FactsAsync(db, id, ct), catalog),
            InvolvementDisclosure.AsNobody => new FindInvolvementResponse(),
            InvolvementDisclosure.Refused => throw (lists == MeasureListState.NeverReceived ? HouseholdErrors.ProtectionUnknown() : HouseholdErrors.ProtectionStale()),
        };
    }

    async Task<MeasureListState> MeasureListsAsync(HouseholdDbContext db, FeedCatalog catalog, CancellationToken ct)
    {
        var lists = catalog.All.Where(l => l.Kind == Layouts.FeedKind.ProtectiveMeasures).ToDictionary(l => l.FeedId);
        var now = At(null, null);
        var readings = await FeedReadings.ReadAsync(db, [.. lists.Keys], now, ct);
        return MeasureLists.Of(
        [
            .. readings.Select(r => (
                r.DataDate is not null, FeedHealth.Of(r.DataDate, r.BrokenSince, lists[r.FeedId].ExpectedDays, now.JudgedOn).Condition)),
        ]);
    }

    static Task<List<InvolvementRecord>> FactsAsync(HouseholdDbContext db, Guid resident, CancellationToken ct) => (
        from person in db.InvolvementPersons.AsNoTracking()
        join record in db.Involvements.AsNoTracking() on person.InvolvementId equals record.Id
        where person.ResidentId == resident && record.WithdrawnImportId == null && !record.Held
        select record).ToListAsync(ct);

    FindInvolvementResponse Departments(List<InvolvementRecord> records, FeedCatalog catalog)
    {
        var today = Today;
        var involved = records.Where(record => record.IsOpenOn(catalog.Find(record.FeedId), today))
            .Select(record => catalog.Find(record.FeedId))
            .OfType<FeedLayout>()
            .Select(layout => (layout.Department, layout.Contact))
            .Distinct()
            .OrderBy(desk => desk.Department, StringComparer.Ordinal)
            .ThenBy(desk => desk.Contact, StringComparer.Ordinal);
        return new() { Departments = { involved.Select(desk => new InvolvedDepartment { Department = desk.Department, Contact = desk.Contact }) } };
    }
}
