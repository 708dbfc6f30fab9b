using Grpc.Core;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Rules;
using Wire = Tsunagu.Contracts.Meetings.V1;

namespace Tsunagu.Meetings;

public sealed partial class MeetingRulesRpc
{
    /// <summary>Rejects a proposal, or takes it back.</summary>
    public override Task<Wire.MeetingRules> RejectMeetingRules(RejectMeetingRulesRequest request, ServerCallContext context)
    {
        var number = RulesWire.ParseVersion(request.Version);
        var reason = RulesWire.ParseReason(request.Reason);
        return ChangeAsync(request, context, (versions, by, now) => versions.Reject(number, by, reason, MeetingErrors.Rules, now));
    }
}
