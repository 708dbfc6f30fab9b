using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Granting.Breaking;
using Tsunagu.ServiceDefaults.Wire;
using Glass = Tsunagu.ServiceDefaults.Granting.Breaking.BrokenGlass;

namespace Tsunagu.ServiceDefaults.Granting;

sealed partial class GrantRpc<TContext>
{
    public override Task<ListBreakGlassActsResponse> ListBreakGlassActs(ListBreakGlassActsRequest request, ServerCallContext context)
    {
        var size = FieldParser.PageSize(request.PageSize, PageDefault, PageMax);
        var before = TimeKey.Parse(request.PageToken);
        return unit.ReadAsync(context, async (db, ct) =>
        {
            var now = Now();
            await db.ActAsAsync(BreakGlassPrograms.Acts, ct);
            var (page, next) = await db.Set<Glass>().AsNoTracking().Newest(before).PageAsync(size, row => new TimeKey(row.OpenedAt, row.Id), ct);
            return new ListBreakGlassActsResponse { BrokenGlass = { page.Select(row => BreakGlassWire.ToAct(row, now)) }, NextPageToken = next };
        });
    }
}
