using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Rules;

namespace Tsunagu.Referrals;

public sealed partial class SharingRulesRpc
{
    /// <summary>Every version, newest first.</summary>
    public override Task<ListSharingRulesResponse> ListSharingRules(ListSharingRulesRequest request, ServerCallContext context) => unit.ReadAsync(
        context,
        async (db, ct) => new ListSharingRulesResponse
        {
            Versions = { await db.SharingRules.NewestFirstAsync(SharingWire.From, ct) },
        });
}
