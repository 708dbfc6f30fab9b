using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Imports;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    /// <inheritdoc />
    public override Task<Import> ReleaseImport(ReleaseImportRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = FieldParser.Uuid(request.ImportId, "import_id");
        var reason = FieldParser.Text(request.Reason, "reason", LongestReason, required: true);
        var staff = context.GetCaller().Staff;
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            await db.ActAsAsync(ImportRunner.Principal, ct);
            _ = await db.Database.ExecuteSqlAsync($"select from imports where id = {id} for update", ct);
            var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw HouseholdErrors.ImportNotFound();
            import.Release((await feeds.RequireAsync(db, import.FeedId, ct)).Version, staff, reason, clock.GetUtcNow().Stored());
            _ = await db.SaveChangesAsync(ct);
            return import.ToWire();
        });
    }
}
