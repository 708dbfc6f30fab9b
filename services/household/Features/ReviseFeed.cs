using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Imports;
using Tsunagu.Households.Keeping;
using Tsunagu.Households.Layouts;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    /// <inheritdoc />
    public override Task<FeedVersion> ReviseFeed(ReviseFeedRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var definition = request.Definition?.Clone() ?? throw WireErrors.Field("definition", "必須項目です。");
        if (definition.FeedId.Length == 0)
            definition.FeedId = request.FeedId;
        var layout = FeedDocument.Require(definition, 1);
        if (layout.FeedId != request.FeedId)
            throw WireErrors.Field("definition.feed_id", "取込元IDは変更できません。");
        var note = FieldParser.Text(request.Note, "note", LongestNote, required: false);
        var caller = context.GetCaller();
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            var version = await db.HoldFeedAsync(layout.FeedId, ct);
            if (version == 0)
                throw HouseholdErrors.FeedUnknown();
            if (request.ExpectedVersion != 0 && request.ExpectedVersion != version)
                throw DataErrors.Stale();
            await db.ActAsAsync(FeedRevisions.Principal, ct);
            var revision = db.AddRevision(definition, version + 1, caller, note, clock.GetUtcNow().Stored());
            _ = await db.SaveChangesAsync(ct);
            // What was not known as forbidden when a file was kept may be in its copy.
            await db.ActAsAsync(ImportRunner.Principal, ct);
            await KeptFiles.DropWithAsync(db, layout.FeedId, layout.Forbidden, ct);
            return revision.ToWire();
        });
    }
}
