using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Records;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ResidentRecordRpc
{
    /// <inheritdoc />
    public override Task<Wire.ListResidentFilesResponse> ListResidentFiles(Wire.ListResidentFilesRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var resident = FieldParser.Uuid(request.ResidentId, "resident_id");
        var size = FieldParser.PageSize(request.PageSize, 20, 100);
        var before = TimeKey.Parse(request.PageToken);
        return work.ReadAsync(context, async (db, ct) =>
        {
            await RequireResidentAsync(db, resident, ct);
            var files = db.ResidentFiles.AsNoTracking().Where(f => f.ResidentId == resident && f.AddedAt != null);
            if (before is { } last)
                files = Before(files, last);
            var (page, next) = await files.OrderByDescending(f => f.BegunAt).ThenByDescending(f => f.Id).PageAsync(size, f => new(f.BegunAt, f.Id), ct);
            var hidden = await IsHiddenAsync(db, resident, ct);
            return new Wire.ListResidentFilesResponse
            {
                Files = { page.Where(f => Shows(context, hidden, f.AgencyId, f.Visibility)).Select(ResidentRecordWire.ToWire) },
                NextPageToken = next,
            };
        });
    }

    static IQueryable<ResidentFile> Before(IQueryable<ResidentFile> files, TimeKey last) =>
        files.Where(f => EF.Functions.LessThan(ValueTuple.Create(f.BegunAt, f.Id), ValueTuple.Create(last.At, last.Id)));
}
