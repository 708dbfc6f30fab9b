using Grpc.Core;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Rules;
using Wire = Tsunagu.Contracts.Meetings.V1;

namespace Tsunagu.Meetings;

public sealed partial class MeetingRulesRpc
{
    /// <summary>Another version, without effect until somebody else approves it.</summary>
    public override Task<Wire.MeetingRules> ProposeMeetingRules(ProposeMeetingRulesRequest request, ServerCallContext context)
    {
        var startsOn = RulesWire.ParseStart(request.StartsOn);
        var rules = MeetingRulesWire.Parse(request.Rules, directory);
        var reason = RulesWire.ParseReason(request.Reason);
        var basedOn = RulesWire.ParseVersion(request.BasedOn);
        return ChangeAsync(request, context, (versions, by, now) =>
            Domain.MeetingRules.Propose(versions.Next(basedOn, startsOn, reason, by, now), rules));
    }
}
