using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Documents;
using Tsunagu.Households.Flags;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Document = Tsunagu.Households.Flags.FlagRules;
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
        return await work.WriteAsync(
            request,
            context,
            async (db, ct) => (await VersionedDocument<Document>.ReviseAsync(db, request.ExpectedVersion, rules, reason, caller, clock.GetUtcNow(), ct)).ToWire());
    }
}
