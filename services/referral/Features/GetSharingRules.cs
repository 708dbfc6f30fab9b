using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Rules;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class SharingRulesRpc
{
    /// <summary>The version in force on a day.</summary>
    public override Task<Wire.SharingRules> GetSharingRules(GetSharingRulesRequest request, ServerCallContext context)
    {
        var day = FieldParser.Date(request.AsOf, "as_of") ?? JapanCalendar.DayOf(Now());
        return unit.ReadAsync(context, async (db, ct) =>
            SharingWire.From(await db.SharingRules.InForceAsync(day, ct) ?? throw SharingErrors.Rules.NotFound()));
    }
}
