using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Flags;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using FlagRules = Tsunagu.Contracts.Households.V1.FlagRules;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    const int LongestReason = 500;
    const int MostRules = 100;

    /// <inheritdoc />
    public override async Task<FlagRules> ReviseFlagRules(ReviseFlagRulesRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reason = FieldParser.Text(request.Reason, "reason", LongestReason, required: true);
        var rules = FlagWire.Rules(request.Facilities, request.Rules);
        if (rules.Rules.Count is 0 or > MostRules)
            throw WireErrors.Field("rules", $"1件以上{MostRules}件以内で指定してください。");
        if (rules.Problems() is { Count: > 0 } problems)
            throw WireErrors.Fields([.. problems.Select(problem => new FieldViolation(problem.Path, FlagWire.Say(problem.Problem)))]);
        var caller = context.GetCaller();
        return await work.WriteAsync(request, context, async (db, ct) =>
        {
            // Of two at once the second finds its version taken by the first.
            _ = await db.Database.ExecuteSqlAsync($"lock table flag_rules in share row exclusive mode", ct);
            var before = await FlagRulesInForceAsync(db, ct);
            if (request.ExpectedVersion != before.Version.ToString(CultureInfo.InvariantCulture))
                throw DataErrors.Stale();
            var after = new FlagRulesVersion
            {
                Version = before.Version + 1,
                Document = rules.ToJson(),
                ChangedAt = clock.GetUtcNow().Stored(),
                StaffId = caller.Staff.Value,
                Reason = reason,
            };
            _ = db.FlagRules.Add(after);
            _ = await db.SaveChangesAsync(ct);
            return after.ToWire();
        });
    }
}
