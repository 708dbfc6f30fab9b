using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Domain;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    /// <inheritdoc />
    public override Task<FeedVersion> GetFeed(GetFeedRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        return work.ReadAsync(context, async (db, ct) =>
        {
            var versions = db.FeedRevisions.AsNoTracking().Where(r => r.FeedId == request.FeedId);
            var found = await versions
                .Where(r => request.Version == 0 || r.Version == request.Version)
                .OrderByDescending(r => r.Version)
                .FirstOrDefaultAsync(ct);
            if (found is not null)
                return found.ToWire();
            throw await versions.AnyAsync(ct) ? HouseholdErrors.FeedVersionUnknown() : HouseholdErrors.FeedUnknown();
        });
    }
}
