using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Imports;
using Tsunagu.Households.Keeping;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(2);
    static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc />
    public override Task<Import> CancelImport(CancelImportRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = FieldParser.Uuid(request.ImportId, "import_id");
        var reason = FieldParser.Text(request.Reason, "reason", LongestReason, required: true);
        var staff = context.GetCaller().Staff;
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            await db.ActAsAsync(ImportRunner.Principal, ct);
            if (!await db.Imports.AnyAsync(i => i.Id == id, ct))
                throw HouseholdErrors.ImportNotFound();
            await HoldImportAsync(db, id, ct);
            var import = await db.Imports.SingleAsync(i => i.Id == id, ct);
            import.Cancel(staff, reason, clock.GetUtcNow().Stored());
            _ = await db.SaveChangesAsync(ct);
            // The same bytes may wait a second time, under another import.
            if (!await db.Imports.AnyAsync(i => i.Id != id && i.FeedId == import.FeedId && i.Sha256 == import.Sha256 && i.FileKept, ct))
                await KeptFiles.DropAsync(db, import.FeedId, import.Sha256, ct);
            return import.ToWire();
        });
    }

    // Progress locks the row for moments, the merge until it is through.
    async Task HoldImportAsync(HouseholdDbContext db, Guid id, CancellationToken ct)
    {
        for (var waited = TimeSpan.Zero; waited < LockPatience; waited += LockPause)
        {
            if (await db.Database.SqlQuery<Guid>($"""select id as "Value" from imports where id = {id} for update skip locked""").ToListAsync(ct) is [_])
                return;
            await Task.Delay(LockPause, clock, ct);
        }
        throw HouseholdErrors.ImportFinishing();
    }
}
