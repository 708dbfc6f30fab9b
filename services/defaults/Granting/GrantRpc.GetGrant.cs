using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Contract = Tsunagu.Contracts.Grants.V1;

namespace Tsunagu.ServiceDefaults.Granting;

sealed partial class GrantRpc<TContext>
{
    public override Task<Contract.Grant> GetGrant(GetGrantRequest request, ServerCallContext context)
    {
        var id = GrantWire.ParseId(request.GrantId);
        var caller = context.GetCaller();
        return unit.ReadAsync(context, async (db, ct) =>
        {
            var grant = await db.Set<Grant>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
            return grant is not null && (grant.Owner == caller.Agency || await ReceivesAsync(db, id, caller, ct))
                ? GrantWire.ToWire(grant, caller, directory.Current, Now())
                : throw GrantErrors.NotFound();
        });
    }

    static async Task<bool> ReceivesAsync(ServiceDbContext db, Guid id, Caller caller, CancellationToken ct) =>
        await (await db.ReceivedByAsync(caller, ct)).AnyAsync(row => row.Id == id, ct);
}
