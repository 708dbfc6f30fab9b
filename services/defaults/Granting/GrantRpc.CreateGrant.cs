using Grpc.Core;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Sharing;
using Contract = Tsunagu.Contracts.Grants.V1;

namespace Tsunagu.ServiceDefaults.Granting;

sealed partial class GrantRpc<TContext>
{
    public override Task<Contract.Grant> CreateGrant(CreateGrantRequest request, ServerCallContext context)
    {
        var terms = GrantWire.Parse(request, grantable);
        var kind = grantable.Require(terms.Resource.Kind);
        var named = GrantWire.ParseConsent(request.ConsentId);
        var caller = context.GetCaller();
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var now = Now();
            var known = directory.Current;
            var owner = await ResourceOwner.RequireOwnAsync(db, kind, terms.Resource.Id, caller, known, now, ct);
            var rule = GrantParties.RequireRule(terms.Basis, known, caller, now);
            var consent = await consents.RequireAsync(db, terms.Basis, named, ct);
            var grant = Grant.Give(Guid.CreateVersion7(now), terms with { Consent = consent }, rule, owner, caller.Staff, caller.Agency, now);
            var approver = terms.Approver is { } one ? directory.StandingOf(GrantParties.ApproverOf(one, owner), context.Method) : null;
            GrantParties.Require(terms, known, approver, now);
            consent?.Require(await ResourceOwner.OriginAsync(db, kind, terms.Resource.Id, ct), known.RecipientOf(terms.Grantee), now);
            db.Add(grant);
            await db.SaveChangesAsync(ct);
            return GrantWire.ToWire(grant, caller, known, now);
        });
    }
}
