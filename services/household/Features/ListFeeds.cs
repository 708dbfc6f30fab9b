using Grpc.Core;
using Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    /// <inheritdoc />
    public override Task<ListFeedsResponse> ListFeeds(ListFeedsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListFeedsResponse
        {
            Feeds =
            {
                catalog.All.Select(l => new Feed { FeedId = l.FeedId, Scheme = l.Scheme, Department = l.Department, Version = l.Version }),
            },
        });
}
