using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ProtectionRpc
{
    /// <inheritdoc />
    public override Task<Wire.ListProtectionReleasesResponse> ListProtectionReleases(
        Wire.ListProtectionReleasesRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (state, size, before) = (ProtectionWire.State(request.State), FieldParser.PageSize(request.PageSize, 20, 100), TimeKey.Parse(request.PageToken));
        _ = RequireCity(context);
        return work.ReadAsync(context, async (db, ct) =>
        {
            var releases = db.ProtectionReleases.AsNoTracking().Include(r => r.Spans).Where(r => state == null || r.State == state);
            if (before is { } key)
                releases = releases.Where(r => EF.Functions.LessThan(ValueTuple.Create(r.ProposedAt, r.Id), ValueTuple.Create(key.At, key.Id)));
            var (page, next) = await releases.OrderByDescending(r => r.ProposedAt).ThenByDescending(r => r.Id)
                .PageAsync(size, r => new(r.ProposedAt, r.Id), ct);
            return new Wire.ListProtectionReleasesResponse { Releases = { page.Select(ProtectionWire.ToWire) }, NextPageToken = next };
        });
    }
}
