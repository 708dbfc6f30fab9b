using Grpc.Core;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.ServiceDefaults.Rules;

namespace Tsunagu.Meetings;

public sealed partial class MeetingRulesRpc
{
    /// <summary>Every version, newest first.</summary>
    public override Task<ListMeetingRulesResponse> ListMeetingRules(ListMeetingRulesRequest request, ServerCallContext context) => unit.ReadAsync(
        context,
        async (db, ct) => new ListMeetingRulesResponse { Versions = { await db.MeetingRules.NewestFirstAsync(MeetingRulesWire.From, ct) } });
}
