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
    const int MostCompanions = 20;
    const int LongestCategory = 40;

    /// <inheritdoc />
    public override Task<Wire.RegisteredProtection> RegisterProtection(Wire.RegisterProtectionRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var resident = FieldParser.Uuid(request.ResidentId, "resident_id");
        Guid[] companions = [.. request.CompanionIds.Select((id, i) => FieldParser.Uuid(id, $"companion_ids[{i}]")).Distinct().Where(id => id != resident)];
        if (companions.Length > MostCompanions)
            throw WireErrors.Field("companion_ids", $"{MostCompanions}人以内で指定してください。");
        var category = FieldParser.Text(request.Category, "category", LongestCategory, required: true);
        var (start, end) = (FieldParser.Date(request.StartDate, "start_date"), FieldParser.Date(request.EndDate, "end_date"));
        var reason = FieldParser.Text(request.Reason, "reason", LongestReason, required: true);
        var caller = context.GetCaller();
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            Guid[] protects = [resident, .. companions];
            var numbers = await db.Residents.Where(r => protects.Contains(r.Id)).Select(r => r.Number).ToListAsync(ct);
            if (numbers.Count < protects.Length)
                throw HouseholdErrors.ResidentNotFound();
            var now = Now();
            var registered = RegisteredProtection.Register(
                Guid.CreateVersion7(now), (resident, companions), category, start, end, reason, (caller.Staff, caller.Agency), now);
            await db.ActAsAsync(Deciding, ct);
            _ = db.RegisteredProtections.Add(registered);
            db.Protections.AddRange(registered.Spans(numbers));
            _ = await db.SaveChangesAsync(ct);
            return ProtectionWire.ToWire(registered);
        });
    }
}
