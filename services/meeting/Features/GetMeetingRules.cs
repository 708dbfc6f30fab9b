using Grpc.Core;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Rules;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Meetings.V1;

namespace Tsunagu.Meetings;

public sealed partial class MeetingRulesRpc
{
    /// <summary>The version in force on a day.</summary>
    public override Task<Wire.MeetingRules> GetMeetingRules(GetMeetingRulesRequest request, ServerCallContext context)
    {
        var day = FieldParser.Date(request.AsOf, "as_of") ?? JapanCalendar.DayOf(Now());
        return unit.ReadAsync(context, async (db, ct) =>
            MeetingRulesWire.From(await db.MeetingRules.InForceAsync(day, ct) ?? throw MeetingErrors.Rules.NotFound()));
    }
}
