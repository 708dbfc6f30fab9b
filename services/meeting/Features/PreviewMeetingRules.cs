using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Meetings.Data;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Rules;

namespace Tsunagu.Meetings;

public sealed partial class MeetingRulesRpc
{
    /// <summary>What another table would open and close, before anybody proposes or approves it.</summary>
    public override Task<PreviewMeetingRulesResponse> PreviewMeetingRules(PreviewMeetingRulesRequest request, ServerCallContext context)
    {
        var startsOn = RulesWire.ParseStart(request.StartsOn);
        var rules = MeetingRulesWire.Parse(request.Rules, directory);
        _ = RequireCityStaff(context);
        return unit.ReadAsync(context, async (db, ct) =>
        {
            var now = Now();
            var versions = await db.MeetingRules.AsNoTracking().ToListAsync(ct);
            var other = Domain.MeetingRules.Begin(versions.Newest() + 1, startsOn, rules, now);
            var called = await db.CalledAsync(
                startsOn > JapanCalendar.DayOf(now) ? JapanCalendar.StartOf(startsOn) : now, versions.EndOf(startsOn), directory, ct);
            return MeetingRulesWire.From(MeetingRulesPreview.Of(versions.InForce(startsOn), other, called));
        });
    }
}
