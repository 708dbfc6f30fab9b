using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Referrals;

public sealed partial class ReferralRpc
{
    const int PageDefault = 20;
    const int PageMax = 100;

    /// <summary>Sent and received ones, newest first, without the words of the sheet.</summary>
    public override Task<ListReferralsResponse> ListReferrals(ListReferralsRequest request, ServerCallContext context)
    {
        var agency = context.GetCaller().Agency;
        var state = ReferralCodes.ParseState(request.State);
        var size = FieldParser.PageSize(request.PageSize, PageDefault, PageMax);
        var before = TimeKey.Parse(request.PageToken);
        return unit.ReadAsync(context, async (db, ct) =>
        {
            var rows = db.Referrals.AsNoTracking()
                .Where(row => row.From == agency || (row.To == agency && row.State != Domain.ReferralState.Draft));
            if (state is { } wanted)
                rows = rows.Where(row => row.State == wanted);
            if (before is { } key)
            {
                var last = new ReferralId(key.Id);
                rows = rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.CreatedAt, row.Id), ValueTuple.Create(key.At, last)));
            }

            var (page, next) = await rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id)
                .Select(row => new ReferralRow(row.Id, row.From, row.To, row.State, row.RespondBy, row.CreatedAt, row.UpdatedAt))
                .PageAsync(size, row => new TimeKey(row.CreatedAt, row.Id.Value), ct);
            var now = Now();
            return new ListReferralsResponse { Referrals = { page.Select(row => row.ToWire(now)) }, NextPageToken = next };
        });
    }
}
