using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.ServiceDefaults.Granting.Breaking;
using Tsunagu.ServiceDefaults.Identity;
using Contract = Tsunagu.Contracts.Grants.V1;
using Verdict = Tsunagu.ServiceDefaults.Granting.Breaking.BreakGlassVerdict;
using Version = Tsunagu.ServiceDefaults.Data.Version;

namespace Tsunagu.ServiceDefaults.Granting;

sealed partial class GrantRpc<TContext>
{
    public override Task<Contract.BrokenGlass> ReviewBreakGlass(ReviewBreakGlassRequest request, ServerCallContext context)
    {
        var id = BreakGlassWire.ParseId(request.BreakGlassId);
        var verdict = BreakGlassWire.ParseVerdict(request.Verdict);
        var note = BreakGlassWire.ParseNote(request.Note);
        var caller = context.GetCaller();
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            if (!await db.BrokenGlassOf(caller.Agency).AnyAsync(row => row.Id == id, ct)) throw BreakGlassErrors.NotFound();
            // Nobody changes what they opened, or how it was judged, by a plain update; and the grant may be another agency's by now.
            await db.ActAsAsync(BreakGlassPrograms.Handler, ct);
            var glass = await db.HoldBrokenGlassAsync(id, ct) ?? throw BreakGlassErrors.NotFound();
            Version.Require(request.ExpectedVersion, glass.Version);
            var now = Now();
            glass.Review(verdict, note, caller.Staff, caller.Agency, now);
            if (verdict is Verdict.Unjustified)
                await db.EndAccessAsync(glass, caller.Staff, now, ct);
            db.TellReviewed(glass, service);
            await db.SaveChangesAsync(ct);
            return BreakGlassWire.ToWire(glass, now);
        });
    }
}
