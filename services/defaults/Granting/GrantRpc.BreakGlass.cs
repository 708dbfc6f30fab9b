using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Granting.Breaking;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Contract = Tsunagu.Contracts.Grants.V1;
using Glass = Tsunagu.ServiceDefaults.Granting.Breaking.BrokenGlass;

namespace Tsunagu.ServiceDefaults.Granting;

sealed partial class GrantRpc<TContext>
{
    public override async Task<Contract.BrokenGlass> BreakGlass(BreakGlassRequest request, ServerCallContext context)
    {
        var attempt = BreakGlassWire.ParseRequest(request.RequestId);
        var resource = GrantWire.ParseResource(request.ResourceKind, request.ResourceId);
        var kind = grantable.RequireBreakable(resource.Kind);
        var reason = BreakGlassWire.ParseReason(request.Reason);
        var caller = context.GetCaller();
        _ = BreakGlassLaw.RequireRule(directory.Current, caller, Now());
        await unit.RunAsAsync(
            BreakGlassPrograms.Handler,
            (db, ct) => BreakGlassAttempts.CountAsync(db, caller.Staff, attempt, Now(), ct),
            context.CancellationToken);
        return await unit.WriteAsync(request, context, async (db, ct) =>
        {
            // Nobody opens a record twice at once.
            await BreakGlassAttempts.TakeTurnAsync(db, caller.Staff, ct);
            var now = Now();
            var rule = BreakGlassLaw.RequireRule(directory.Current, caller, now);
            var owner = await RequireClosedAsync(db, kind, resource, caller, now, ct);
            var source = GrantSource.BreakGlass(Guid.CreateVersion7(now));
            var grant = Grant.Take(Guid.CreateVersion7(now), resource, source, rule, owner, caller.Staff, caller.Agency, now);
            var glass = Glass.Of(grant, caller.Purpose!, reason);
            db.AddRange(grant, glass);
            db.TellOpened(glass, service);
            db.Schedule(BreakGlassSchedule.Kind, glass.Id.ToString(), glass.OverdueAt);
            await db.SaveChangesAsync(ct);
            return BreakGlassWire.ToWire(glass, now);
        });
    }

    /// <summary>Owner of a record that is closed to the caller, held against a transfer. The transaction runs as a program afterwards.</summary>
    async Task<AgencyId> RequireClosedAsync(
        TContext db, GrantableResource kind, Resource resource, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var grants = await (await db.ReceivedByAsync(caller, ct))
            .Where(grant => grant.ResourceKind == resource.Kind && grant.ResourceId == resource.Id)
            .ToListAsync(ct);
        var meetings = await db.MeetingsOfAsync(caller.Agency, ct);
        await db.ActAsAsync(BreakGlassPrograms.Handler, ct);
        var owner = await ResourceOwner.HoldAsync(db, kind, resource.Id, ct) ?? throw GrantErrors.ResourceNotFound();
        var row = new RowFacts(resource, owner, [.. await ResourceOwner.ReceiversAsync(db, kind, resource.Id, ct)]);
        BreakGlassLaw.RequireClosed(RowDecision.Decide(RowRule.OwnOrGranted, caller, row, grants, meetings, directory.Current, now), grants, now);
        return owner;
    }
}
