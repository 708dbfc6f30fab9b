using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using RowRule = Tsunagu.Contracts.Options.V1.RowRule;

namespace Tsunagu.Notifications;

public sealed partial class NotificationRpc
{
    const int DeliveriesDefault = 20;
    const int DeliveriesMax = 100;

    /// <summary>Deliveries of a subscription of the caller's agency, newest first.</summary>
    public override Task<ListDeliveriesResponse> ListDeliveries(ListDeliveriesRequest request, ServerCallContext context)
    {
        var agency = new AgencyId(FieldParser.Code(request.AgencyId, "agency_id"));
        var subscription = FieldParser.Uuid(request.SubscriptionId, "subscription_id");
        if (!context.GetCaller().MayReach(RowRule.OwnAgency, agency))
            throw NotificationErrors.SubscriptionNotFound();
        var size = FieldParser.PageSize(request.PageSize, DeliveriesDefault, DeliveriesMax);
        var before = ParseBefore(request.PageToken);
        return unit.ReadAsync(context, async (db, ct) =>
        {
            var page = await db.Deliveries.AsNoTracking()
                .Where(row => row.SubscriptionId == subscription && row.Agency == agency && row.Position < before)
                .OrderByDescending(row => row.Position).Take(size + 1).ToListAsync(ct);
            return new ListDeliveriesResponse
            {
                Deliveries = { page.Take(size).Select(NotificationWire.From) },
                NextPageToken = page.Count > size ? PageTokens.Encode(NotificationWire.Cursor(page[size - 1].Position)) : "",
            };
        });
    }

    static long ParseBefore(string token)
    {
        if (PageTokens.Decode(token, 1) is not [var key])
            return long.MaxValue;
        return long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : throw DataErrors.PageToken();
    }
}
