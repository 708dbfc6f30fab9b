using Grpc.Core;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Granting.Breaking;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.ServiceDefaults.Granting;

sealed partial class GrantRpc<TContext>
{
    public override Task<ListBreakGlassResponse> ListBreakGlass(ListBreakGlassRequest request, ServerCallContext context)
    {
        var size = FieldParser.PageSize(request.PageSize, PageDefault, PageMax);
        var after = ReviewKey.Parse(request.PageToken);
        var caller = context.GetCaller();
        return unit.ReadAsync(context, async (db, ct) =>
        {
            var now = Now();
            var (page, next) = await db.BrokenGlassOf(caller.Agency).ByReview(after).PageAsync(size, row => ReviewKey.Of(row).ToToken(), ct);
            return new ListBreakGlassResponse { BrokenGlass = { page.Select(row => BreakGlassWire.ToWire(row, now)) }, NextPageToken = next };
        });
    }
}
