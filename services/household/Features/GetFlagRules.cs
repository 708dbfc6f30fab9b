using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Flags;
using FlagRules = Tsunagu.Contracts.Households.V1.FlagRules;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    /// <inheritdoc />
    public override async Task<FlagRules> GetFlagRules(GetFlagRulesRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rules = await work.ReadAsync(
            context, async (db, ct) => request.Version.Length == 0 ? await FlagRulesInForceAsync(db, ct) : await FindFlagRulesAsync(db, request.Version, ct));
        return rules?.ToWire() ?? throw HouseholdErrors.FlagRulesNotFound();
    }

    static Task<FlagRulesVersion> FlagRulesInForceAsync(HouseholdDbContext db, CancellationToken ct) =>
        db.FlagRules.AsNoTracking().OrderByDescending(r => r.Version).FirstAsync(ct);

    // Before the first rules, their flags are what the rules would have told.
    static async Task<FlagRulesVersion> FlagRulesOfAsync(HouseholdDbContext db, Perspective at, CancellationToken ct) =>
        await db.FlagRules.AsNoTracking().Where(r => r.ChangedAt <= at.Known).OrderByDescending(r => r.Version).FirstOrDefaultAsync(ct)
        ?? await db.FlagRules.AsNoTracking().OrderBy(r => r.Version).FirstAsync(ct);

    static Task<FlagRulesVersion?> FindFlagRulesAsync(HouseholdDbContext db, string version, CancellationToken ct) =>
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? db.FlagRules.AsNoTracking().SingleOrDefaultAsync(r => r.Version == number, ct)
            : Task.FromResult<FlagRulesVersion?>(null);
}
