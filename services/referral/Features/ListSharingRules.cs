using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class SharingRulesRpc
{
    /// <summary>Every version, newest first.</summary>
    public override Task<ListSharingRulesResponse> ListSharingRules(ListSharingRulesRequest request, ServerCallContext context) => unit.ReadAsync(
        context,
        async (db, ct) => new ListSharingRulesResponse
        {
            Versions = { (await db.SharingRules.AsNoTracking().OrderByDescending(row => row.Number).ToListAsync(ct)).Select(SharingWire.From) },
        });
}
