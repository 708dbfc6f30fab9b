using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Support;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class SupportRpc
{
    /// <inheritdoc />
    public override Task<Wire.SupportFact> RecordSupportFact(Wire.RecordSupportFactRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var household = FieldParser.Uuid(request.SupportHouseholdId, "support_household_id");
        var wording = SupportParser.Wording(
            request.OutsidePerson, request.Membership, request.Tie, request.Since, request.Until, request.Source, Today);
        var by = Author(context);
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            if (!await db.SupportHouseholds.AnyAsync(h => h.Id == household, ct))
                throw SupportErrors.HouseholdNotFound();
            _ = await RequireResidentsAsync(db, wording.Content.About, ct);
            var standing = await HoldAsync(db, household, by.Agency, ct);
            standing.RequireKnown(wording);
            standing.RequireRoom(wording);
            await db.ActAsAsync(Recording, ct);
            var (fact, first) = SupportFact.Record(Guid.CreateVersion7(by.At), household, wording, by);
            _ = db.SupportFacts.Add(fact);
            _ = db.SupportFactVersions.Add(first);
            _ = await db.SaveChangesAsync(ct);
            return SupportWire.ToWire(new KnownFact(fact, first, ""));
        });
    }
}
