using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    const int LongestNote = 500;

    /// <inheritdoc />
    public override Task<FeedVersion> CreateFeed(CreateFeedRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var layout = FeedDocument.Require(request.Definition, 1);
        var note = FieldParser.Text(request.Note, "note", LongestNote, required: false);
        var caller = context.GetCaller();
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            if (await db.HoldFeedAsync(layout.FeedId, ct) > 0)
                throw HouseholdErrors.FeedExists();
            // A feed whose definition once lay elsewhere has imports: none of them was read with this one.
            var before = await db.Imports.Where(i => i.FeedId == layout.FeedId).MaxAsync(i => (int?)i.LayoutVersion, ct) ?? 0;
            await db.ActAsAsync(FeedRevisions.Principal, ct);
            var revision = db.AddRevision(request.Definition, before + 1, caller, note, clock.GetUtcNow().Stored());
            _ = await db.SaveChangesAsync(ct);
            return revision.ToWire();
        });
    }
}
