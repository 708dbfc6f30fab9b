using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class LifeEventRpc
{
    /// <inheritdoc />
    public override Task<ListLifeEventsResponse> ListHouseholdLifeEvents(ListHouseholdLifeEventsRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = FieldParser.Uuid(request.HouseholdId, "household_id");
        var page = LifeEventPage.Parse(request.PageSize, request.PageToken, request.IncludeWithdrawn);
        return work.ReadAsync(context, async (db, ct) =>
        {
            if (!await db.Households.AnyAsync(h => h.Id == id, ct))
                throw HouseholdErrors.HouseholdNotFound();
            return await ListAsync(db, db.LifeEvents.Where(e => e.HouseholdId == id || e.FromHouseholdId == id), page, ct);
        });
    }
}
