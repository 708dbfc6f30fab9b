using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    /// <inheritdoc />
    public override async Task<ListImportRejectsResponse> ListImportRejects(ListImportRejectsRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = FieldParser.Uuid(request.ImportId, "import_id");
        var size = FieldParser.PageSize(request.PageSize, 100, 1000);
        var after = PageTokens.Decode(request.PageToken, 1) is [var line] ? PageKeys.Number(line) : 0;
        _ = await FindImportAsync(id, context);
        var rejects = await work.ReadAsync(
            context,
            (db, ct) => db.Rejects.AsNoTracking()
                .Where(r => r.ImportId == id && r.Line > after)
                .OrderBy(r => r.Line)
                .Take(size + 1)
                .Select(r => new ImportReject { Line = r.Line, Column = r.ColumnName, Reason = r.Reason })
                .ToListAsync(ct));
        var page = new ListImportRejectsResponse { Rejects = { rejects.Take(size) } };
        if (rejects.Count > size)
            page.NextPageToken = PageTokens.Encode(page.Rejects[^1].Line.ToString(CultureInfo.InvariantCulture));
        return page;
    }
}
