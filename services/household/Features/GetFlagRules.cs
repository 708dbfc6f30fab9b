using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Documents;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Flags;
using Document = Tsunagu.Households.Flags.FlagRules;
using FlagRules = Tsunagu.Contracts.Households.V1.FlagRules;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    /// <inheritdoc />
    public override async Task<FlagRules> GetFlagRules(GetFlagRulesRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rules = await work.ReadAsync(context, (db, ct) => VersionedDocument<Document>.FindAsync(db, request.Version, ct));
        return rules?.ToWire() ?? throw HouseholdErrors.FlagRulesNotFound();
    }
}
