using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.ServiceDefaults.Granting;

sealed partial class GrantRpc<TContext>
{
    public override Task<ListGrantsResponse> ListGrants(ListGrantsRequest request, ServerCallContext context)
    {
        var resource = GrantWire.ParseResource(request.ResourceKind, request.ResourceId);
        var kind = grantable.Require(resource.Kind);
        var size = FieldParser.PageSize(request.PageSize, PageDefault, PageMax);
        var before = TimeKey.Parse(request.PageToken);
        var caller = context.GetCaller();
        return unit.ReadAsync(context, async (db, ct) =>
        {
            var now = Now();
            _ = await ResourceOwner.RequireOwnAsync(db, kind, resource.Id, caller, directory.Current, now, ct);
            var (page, next) = await db.Set<Grant>().AsNoTracking()
                .Where(row => row.ResourceKind == resource.Kind && row.ResourceId == resource.Id)
                .PageAsync(size, before, ct);
            return new ListGrantsResponse { Grants = { page.Select(row => GrantWire.ToWire(row, caller, directory.Current, now)) }, NextPageToken = next };
        });
    }
}
