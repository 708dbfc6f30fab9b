using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ProtectionRpc
{
    /// <inheritdoc />
    public override Task<Wire.Whereabouts> GetWhereabouts(Wire.GetWhereaboutsRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = FieldParser.Uuid(request.RevealId, "reveal_id");
        var caller = context.GetCaller();
        return work.ReadAsync(context, async (db, ct) =>
        {
            var reveal = await db.Reveals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.RequestedBy == caller.Staff, ct)
                ?? throw ProtectionErrors.RevealNotFound();
            reveal.RequireOpen(caller.Purpose ?? "", ProtectionMark.Of(await HidingReading.AroundAsync(db, reveal.ResidentId, ct)), Now());
            var resident = await RequireResidentAsync(db, reveal.ResidentId, ct);
            var shield = await ShieldAsync(db, resident, ct);
            return new Wire.Whereabouts
            {
                ResidentId = resident.Id.ToString(),
                PostalCode = resident.PostalCode,
                Address = Glyphs.Display(resident.Address),
                Phone = resident.Phone,
                SchoolDistrict = shield.RevealedDistrictOf(resident.TownCode),
                HouseholdNumber = await db.Households.Where(h => h.Id == resident.HouseholdId).Select(h => h.Number).SingleAsync(ct),
                AddressProtection = HouseholdWire.ToWire(shield.Of(resident.Id)),
                EndsAt = reveal.EndsAt?.ToTimestamp(),
            };
        });
    }
}
