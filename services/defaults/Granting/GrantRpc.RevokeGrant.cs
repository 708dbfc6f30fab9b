using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.ServiceDefaults.Identity;
using Contract = Tsunagu.Contracts.Grants.V1;
using Version = Tsunagu.ServiceDefaults.Data.Version;

namespace Tsunagu.ServiceDefaults.Granting;

sealed partial class GrantRpc<TContext>
{
    // Answered after the commit, and nobody keeps grants in memory: a read that begins after the answer sees the revocation.
    public override Task<Contract.Grant> RevokeGrant(RevokeGrantRequest request, ServerCallContext context)
    {
        var id = GrantWire.ParseId(request.GrantId);
        var reason = GrantWire.ParseReason(request.Reason);
        var caller = context.GetCaller();
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var grant = await db.Set<Grant>().SingleOrDefaultAsync(row => row.Id == id, ct);
            if (grant is null || (grant.Owner != caller.Agency && !await ReceivesAsync(db, id, caller, ct)))
                throw GrantErrors.NotFound();
            if (grant.Owner != caller.Agency)
                throw GrantErrors.NotOwner();
            Version.Require(request.ExpectedVersion, grant.Version);
            var now = Now();
            grant.Revoke(caller.Staff, reason, now);
            await db.SaveChangesAsync(ct);
            return GrantWire.ToWire(grant, caller, directory.Current, now);
        });
    }
}
