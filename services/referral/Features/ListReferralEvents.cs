using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Referrals;

public sealed partial class ReferralRpc
{
    const int EventsDefault = 100;
    const int EventsMax = 1000;

    /// <summary>Events of the caller's agency after a cursor; what commits late gets a later position, so nothing is skipped.</summary>
    public override async Task<ListReferralEventsResponse> ListReferralEvents(ListReferralEventsRequest request, ServerCallContext context)
    {
        var agency = context.GetCaller().Agency;
        var after = EventCursor.Parse(request.After);
        var size = FieldParser.PageSize(request.PageSize, EventsDefault, EventsMax);
        await unit.RunAsAsync(EventNumbering.Principal, EventNumbering.RunAsync, context.CancellationToken);
        var events = await unit.ReadAsync(context, (db, ct) => db.EventLog.AsNoTracking()
            .Where(row => row.Position > after && (row.From == agency || row.To == agency))
            .OrderBy(row => row.Position)
            .Take(size)
            .ToListAsync(ct));
        return new ListReferralEventsResponse
        {
            Events = { events.Select(ReferralWire.From) },
            NextCursor = events.Count > 0 ? EventCursor.Write(events[^1].Position) : request.After,
        };
    }
}
