using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    /// <inheritdoc />
    public override Task<ListFeedsResponse> ListFeeds(ListFeedsRequest request, ServerCallContext context) =>
        work.ReadAsync(context, async (db, ct) =>
        {
            var catalog = await feeds.CurrentAsync(db, ct);
            var revised = await db.FeedRevisions.GroupBy(r => r.FeedId)
                .Select(g => new { FeedId = g.Key, At = g.Max(r => r.CreatedAt) })
                .ToDictionaryAsync(g => g.FeedId, g => g.At, ct);
            return new ListFeedsResponse
            {
                Feeds =
                {
                    catalog.All.Select(l => new Feed
                    {
                        FeedId = l.FeedId,
                        Scheme = l.Scheme,
                        Department = l.Department,
                        Version = l.Version,
                        RevisedAt = revised[l.FeedId].ToTimestamp(),
                        Sensitive = l.Sensitive,
                    }),
                },
            };
        });
}
