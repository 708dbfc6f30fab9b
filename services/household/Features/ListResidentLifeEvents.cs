using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class LifeEventRpc
{
    /// <inheritdoc />
    public override Task<ListLifeEventsResponse> ListResidentLifeEvents(ListResidentLifeEventsRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = FieldParser.Uuid(request.ResidentId, "resident_id");
        var page = LifeEventPage.Parse(request.PageSize, request.PageToken, request.IncludeWithdrawn);
        return work.ReadAsync(context, async (db, ct) =>
        {
            if (!await db.Residents.AnyAsync(r => r.Id == id, ct))
                throw HouseholdErrors.ResidentNotFound();
            return await ListAsync(db, db.LifeEvents.Where(e => e.ResidentId == id), page, ct);
        });
    }
}
