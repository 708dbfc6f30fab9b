using Grpc.Core;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Rules;
using Wire = Tsunagu.Contracts.Meetings.V1;

namespace Tsunagu.Meetings;

public sealed partial class MeetingRulesRpc
{
    /// <summary>Puts a proposal of somebody else in force from its first day on.</summary>
    public override Task<Wire.MeetingRules> ApproveMeetingRules(ApproveMeetingRulesRequest request, ServerCallContext context)
    {
        var number = RulesWire.ParseVersion(request.Version);
        return ChangeAsync(request, context, (versions, by, now) => versions.Approve(number, by, MeetingErrors.Rules, now));
    }
}
