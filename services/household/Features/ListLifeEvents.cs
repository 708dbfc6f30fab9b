using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.LifeEvents;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class LifeEventRpc
{
    /// <inheritdoc />
    public override Task<ListLifeEventsResponse> ListLifeEvents(ListLifeEventsRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var kinds = request.Kinds.Select(kind => LifeEventWire.Kind(kind, "kinds")).ToArray();
        var feed = FieldParser.CodeOrNull(request.FeedId, "feed_id");
        var (from, to) = (FieldParser.Date(request.NoticedFrom, "noticed_from"), FieldParser.Date(request.NoticedTo, "noticed_to"));
        var page = LifeEventPage.Parse(request.PageSize, request.PageToken, request.IncludeWithdrawn);
        return work.ReadAsync(context, (db, ct) =>
        {
            var events = db.LifeEvents.Where(e => (feed == null || e.FeedId == feed) && (from == null || e.NoticedOn >= from) && (to == null || e.NoticedOn <= to));
            return ListAsync(db, kinds.Length == 0 ? events : events.Where(e => kinds.Contains(e.Kind)), page, ct);
        });
    }
}
