using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    /// <inheritdoc />
    public override async Task<Contracts.Households.V1.Resident> GetResident(GetResidentRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = FieldParser.Uuid(request.ResidentId, "resident_id");
        var past = ParsePast(request.AsOf, request.KnownAt);
        var resident = await work.ReadAsync(
            context, (db, ct) => past is { } at ? ReadPastAsync(db, id, at, ct) : ReadCurrentAsync(db, id, ct));
        return resident ?? throw HouseholdErrors.ResidentNotFound();
    }

    async Task<Contracts.Households.V1.Resident?> ReadCurrentAsync(HouseholdDbContext db, Guid id, CancellationToken ct) =>
        await db.Residents.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is { } resident
            ? resident.ToWire(await Shield.OfAsync(db, await feeds.CurrentAsync(db, ct), [(id, resident.TownCode)], Today, ct))
            : null;

    async Task<Contracts.Households.V1.Resident?> ReadPastAsync(HouseholdDbContext db, Guid id, Perspective at, CancellationToken ct)
    {
        var catalog = await feeds.CurrentAsync(db, ct);
        var registers = catalog.All.Where(l => l.Kind == Layouts.FeedKind.Residents).Select(l => l.FeedId).ToArray();
        var readings = (await FeedReadings.ReadAsync(db, registers, at, ct)).ToDictionary(f => f.FeedId);
        return await new PastReading(db, at, readings).ResidentAsync(id, ct) is { } fact
            ? HouseholdWire.ToWire(fact.Content, fact.Id, fact.Number, await Shield.OfAsync(db, catalog, [(id, fact.Content.TownCode)], Today, ct))
            : null;
    }
}
