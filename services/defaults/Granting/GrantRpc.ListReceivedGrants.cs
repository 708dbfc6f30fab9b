using Grpc.Core;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.ServiceDefaults.Granting;

sealed partial class GrantRpc<TContext>
{
    public override Task<ListReceivedGrantsResponse> ListReceivedGrants(ListReceivedGrantsRequest request, ServerCallContext context)
    {
        var size = FieldParser.PageSize(request.PageSize, PageDefault, PageMax);
        var before = TimeKey.Parse(request.PageToken);
        var caller = context.GetCaller();
        return unit.ReadAsync(context, async (db, ct) =>
        {
            var now = Now();
            var live = (await db.OpenToAsync(caller, directory.Current, now, ct)).Where(row => row.Owner != caller.Agency);
            var (page, next) = await live.PageAsync(size, before, ct);
            return new ListReceivedGrantsResponse { Grants = { page.Select(row => GrantWire.ToWire(row, caller, directory.Current, now)) }, NextPageToken = next };
        });
    }
}
