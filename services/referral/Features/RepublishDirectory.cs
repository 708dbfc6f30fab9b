using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Referrals;

public sealed partial class DirectoryRpc
{
    /// <summary>Every entry once more, for every service.</summary>
    public override Task<RepublishDirectoryResponse> RepublishDirectory(RepublishDirectoryRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var (directory, now) = await HoldAsync(db, caller, ct);
            var entries = await db.PublishAllAsync(directory, now, ct);
            await db.SaveChangesAsync(ct);
            return new RepublishDirectoryResponse { DirectoryId = directory.Id.ToString(), Entries = entries };
        });
    }
}
