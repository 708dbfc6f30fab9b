using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Support;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class SupportRpc
{
    /// <inheritdoc />
    public override async Task<Wire.ListSupportFactVersionsResponse> ListSupportFactVersions(
        Wire.ListSupportFactVersionsRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = FieldParser.Uuid(request.FactId, "fact_id");
        var agency = context.GetCaller().Agency;
        var answer = await work.ReadAsync(context, async (db, ct) =>
        {
            if (await db.SupportFacts.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) is not { } fact)
                return null;
            var versions = await db.SupportFactVersions.AsNoTracking().Where(v => v.FactId == id).OrderByDescending(v => v.Revision).ToListAsync(ct);
            var reader = new SupportReader(agency, (await SupportReading.HiddenAsync(db, await HiddenAsync(db, ct), [fact.HouseholdId], ct)).Count > 0);
            var shown = versions.Select(v => reader.Read(fact, v)).OfType<KnownFact>().Select(SupportWire.ToWire).ToList();
            return shown.Count > 0 ? new Wire.ListSupportFactVersionsResponse { Versions = { shown } } : null;
        });
        return answer ?? throw SupportErrors.FactNotFound();
    }
}
