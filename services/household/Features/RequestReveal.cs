using Grpc.Core;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Messaging;
using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ProtectionRpc
{
    /// <inheritdoc />
    public override Task<Wire.Reveal> RequestReveal(Wire.RequestRevealRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var resident = FieldParser.Uuid(request.ResidentId, "resident_id");
        var reason = FieldParser.Text(request.Reason, "reason", LongestReason, required: true);
        var caller = context.GetCaller();
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            var row = await RequireResidentAsync(db, resident, ct);
            if (!(await ShieldAsync(db, row, ct)).Hides(resident))
                throw ProtectionErrors.RevealNotNeeded();
            var now = Now();
            var reveal = Reveal.Request(Guid.CreateVersion7(now), resident, caller.Purpose ?? "", reason, caller.Staff, caller.Agency, now);
            await db.ActAsAsync(Deciding, ct);
            _ = db.Reveals.Add(reveal);
            db.AddEvent(ProtectionEvents.Requested(reveal));
            _ = await db.SaveChangesAsync(ct);
            return ProtectionWire.ToWire(reveal, now);
        });
    }
}
