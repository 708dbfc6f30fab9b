using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Access.V1;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.ServiceDefaults.Explaining;

/// <summary>Tells administrators what would be decided and why, by the same functions that decide.</summary>
sealed class AccessRpc<TContext>(UnitOfWork<TContext> unit, AccessCatalog catalog, GrantBuilder grantable, StaffDirectory directory, TimeProvider clock)
    : AccessService.AccessServiceBase
    where TContext : ServiceDbContext
{
    // An administrator sees no row by being one; who owns it and to whom it is open is looked up for this alone.
    const string Principal = "handler:explain-access";

    public override Task<ExplainAccessResponse> ExplainAccess(ExplainAccessRequest request, ServerCallContext context)
    {
        var caller = CallerOf(new StaffId(FieldParser.Code(request.StaffId, "staff_id")), request.Purpose);
        var method = "/" + FieldParser.Text(request.Method, "method", 200, required: true).TrimStart('/');
        var rule = catalog.Find(method);
        if (rule.Option.Roles.Count == 0) throw ExplainErrors.MethodUnknown();
        Resource? resource = request.ResourceKind.Length > 0 || request.ResourceId.Length > 0
            ? GrantWire.ParseResource(request.ResourceKind, request.ResourceId)
            : null;
        return unit.ReadAsync(context, async (db, ct) =>
        {
            var now = clock.GetUtcNow();
            var answer = new ExplainAccessResponse();
            var standing = directory.StandingOf(caller, method);
            answer.Steps.Add(Explanation.Of("STANDING", standing.Verdict));
            if (answer.Steps[^1].Allowed)
                answer.Steps.Add(Explanation.Of("CALL", AccessDecision.Decide(rule.Option, TokenState.Valid, standing, caller.Purpose)));
            if (answer.Steps[^1].Allowed && resource is { } record)
                answer.Steps.Add(await RowAsync(db, rule, caller, record, now, ct));
            answer.Allowed = answer.Steps.All(step => step.Allowed);
            return answer;
        });
    }

    // With every role that the directory gives; one whom it does not know has none.
    Caller CallerOf(StaffId staff, string purpose) => directory.Current.Staff.TryGetValue(staff, out var known)
        ? new(staff, known.Agency, known.Roles, purpose.Length > 0 ? purpose : null)
        : new(staff, new(""), new HashSet<Role>(), null);

    async Task<AccessStep> RowAsync(TContext db, MethodRule rule, Caller caller, Resource record, DateTimeOffset now, CancellationToken ct)
    {
        var kind = grantable.Require(record.Kind);
        await db.ActAsAsync(Principal, ct);
        if (await ResourceOwner.FindAsync(db, kind, record.Id, ct) is not { } owner)
            return Explanation.Absent;
        if (rule.Option.Rows is RowRule.BreakGlass)
            return Explanation.OfBreaking(kind);
        var row = new RowFacts(record, owner, [.. await ResourceOwner.ReceiversAsync(db, kind, record.Id, ct)]);
        var grants = await db.Set<Grant>().AsNoTracking()
            .Where(grant => grant.ResourceKind == record.Kind && grant.ResourceId == record.Id)
            .ToListAsync(ct);
        return Explanation.Of(RowDecision.Decide(
            rule.Option.Rows, caller, row, grants, await db.MeetingsOfAsync(caller.Agency, ct), directory.Current, now));
    }
}
