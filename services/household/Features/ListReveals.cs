using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ProtectionRpc
{
    /// <inheritdoc />
    public override Task<Wire.ListRevealsResponse> ListReveals(Wire.ListRevealsRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (state, size, before) = (ProtectionWire.State(request.State), FieldParser.PageSize(request.PageSize, 20, 100), TimeKey.Parse(request.PageToken));
        var caller = context.GetCaller();
        var everybodys = MayOpen(caller);
        return work.ReadAsync(context, async (db, ct) =>
        {
            var now = Now();
            var reveals = db.Reveals.AsNoTracking().Where(r => everybodys || r.RequestedBy == caller.Staff);
            if (state is { } wanted)
                reveals = In(wanted, now, reveals);
            if (before is { } key)
                reveals = reveals.Where(r => EF.Functions.LessThan(ValueTuple.Create(r.RequestedAt, r.Id), ValueTuple.Create(key.At, key.Id)));
            var (page, next) = await reveals.OrderByDescending(r => r.RequestedAt).ThenByDescending(r => r.Id)
                .PageAsync(size, r => new(r.RequestedAt, r.Id), ct);
            return new Wire.ListRevealsResponse { Reveals = { page.Select(r => ProtectionWire.ToWire(r, now)) }, NextPageToken = next };
        });
    }

    // As Reveal.StateAt has it.
    static IQueryable<Reveal> In(RevealState state, DateTimeOffset now, IQueryable<Reveal> reveals)
    {
        var lapsed = now - Reveal.Patience;
        return state switch
        {
            RevealState.Requested => reveals.Where(r => r.State == RevealState.Requested && r.RequestedAt > lapsed),
            RevealState.Open => reveals.Where(r => r.State == RevealState.Open && r.EndsAt > now),
            RevealState.Rejected => reveals.Where(r => r.State == RevealState.Rejected),
            RevealState.Over => reveals.Where(r => r.State == RevealState.Over
                || (r.State == RevealState.Requested && r.RequestedAt <= lapsed) || (r.State == RevealState.Open && r.EndsAt <= now)),
        };
    }
}
