using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    /// <inheritdoc />
    public override async Task<ListFeedVersionsResponse> ListFeedVersions(ListFeedVersionsRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var size = FieldParser.PageSize(request.PageSize, 20, 100);
        var below = PageTokens.Decode(request.PageToken, 1) is [var version] ? PageKeys.Number(version) : int.MaxValue;
        var found = await work.ReadAsync(
            context,
            (db, ct) => db.FeedRevisions.AsNoTracking()
                .Where(r => r.FeedId == request.FeedId && r.Version < below)
                .OrderByDescending(r => r.Version)
                .Take(size + 1)
                .ToListAsync(ct));
        if (found.Count == 0 && request.PageToken.Length == 0)
            throw HouseholdErrors.FeedUnknown();
        var page = new ListFeedVersionsResponse { Versions = { found.Take(size).Select(r => r.ToWire()) } };
        if (found.Count > size)
            page.NextPageToken = PageTokens.Encode(page.Versions[^1].Version.ToString(CultureInfo.InvariantCulture));
        return page;
    }
}
