using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class SharingRulesRpc
{
    /// <summary>Another version, without effect until somebody else approves it.</summary>
    public override Task<Wire.SharingRules> ProposeSharingRules(ProposeSharingRulesRequest request, ServerCallContext context)
    {
        var startsOn = FieldParser.Date(request.StartsOn, "starts_on") ?? throw WireErrors.Field("starts_on", "必須項目です。");
        var rules = request.Rules.Select(SharingWire.Parse).ToList();
        var reason = SharingWire.ParseReason(request.Reason);
        var basedOn = SharingWire.ParseVersion(request.BasedOn);
        return ChangeAsync(request, context, (versions, by, now) => Domain.SharingRules.Propose(
            versions[^1].Number + 1, basedOn, Newest(versions), startsOn, rules, reason, by, now));
    }

    static int Newest(IEnumerable<Domain.SharingRules> versions) =>
        versions.Where(version => version.State is Domain.SharingRulesState.Approved).Max(version => version.Number);
}
