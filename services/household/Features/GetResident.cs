using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    /// <inheritdoc />
    public override async Task<Resident> GetResident(GetResidentRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = FieldParser.Uuid(request.ResidentId, "resident_id");
        var resident = await work.ReadAsync(
            context, async (db, ct) => (await db.Residents.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct))?.ToWire());
        return resident ?? throw HouseholdErrors.ResidentNotFound();
    }
}
