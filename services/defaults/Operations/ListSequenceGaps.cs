using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Operations.V1;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Wire;
using SequenceGap = Tsunagu.ServiceDefaults.Parking.SequenceGap;

namespace Tsunagu.ServiceDefaults.Operations;

sealed partial class OperationsRpc<TContext>
{
    public override Task<ListSequenceGapsResponse> ListSequenceGaps(ListSequenceGapsRequest request, ServerCallContext context)
    {
        var endpoint = FieldParser.CodeOrNull(request.Endpoint, "endpoint");
        var size = FieldParser.PageSize(request.PageSize, PageDefault, PageMax);
        var after = PageTokens.Decode(request.PageToken, 1) is [var key] ? PageKeys.Position(key) : 0;
        return unit.ReadAsync(context, async (db, ct) =>
        {
            var rows = await db.Set<SequenceGap>().AsNoTracking()
                .Where(row => row.Position > after && (endpoint == null || row.Endpoint == endpoint))
                .Where(row => request.IncludeClosed || row.ClosedAt == null)
                .OrderBy(row => row.Position).Take(size + 1).ToListAsync(ct);
            return new ListSequenceGapsResponse
            {
                Gaps = { rows.Take(size).Select(OperationsWire.From) },
                NextPageToken = rows.Count > size ? PageTokens.Encode(rows[size - 1].Position.ToString(CultureInfo.InvariantCulture)) : "",
            };
        });
    }
}
