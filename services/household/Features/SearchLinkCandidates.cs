using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Linking;
using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Wire;
using WireState = Tsunagu.Contracts.Households.V1.LinkState;

namespace Tsunagu.Households;

sealed partial class LinkRpc
{
    // Scores are kept to a tenth of a bit.
    const double TokenScale = 10;

    /// <inheritdoc />
    public override Task<SearchLinkCandidatesResponse> SearchLinkCandidates(SearchLinkCandidatesRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var size = FieldParser.PageSize(request.PageSize, 20, 100);
        var feed = FieldParser.CodeOrNull(request.FeedId, "feed_id");
        var keys = PageTokens.Decode(request.PageToken, 2);
        var state = Enum.IsDefined(request.State) ? request.State : throw WireErrors.Field("state", "指定できない状態です。");
        return work.ReadAsync(context, async (db, ct) =>
        {
            var links = InState(db, state);
            if (feed is not null)
                links = links.Where(l => db.Involvements.Any(i => i.Id == l.InvolvementId && i.FeedId == feed));
            if (keys is not null)
                links = After(links, PageKeys.Number(keys[0]) / TokenScale, PageKeys.Uuid(keys[1]));
            var rows = await LinkRow.Query(db, links.OrderByDescending(l => l.Score).ThenBy(l => l.Id).Take(size + 1)).ToListAsync(ct);
            var catalog = await feeds.CurrentAsync(db, ct);
            return Page(rows, catalog, await LinkShield.OfAsync(db, catalog, rows, Today, ct), size);
        });
    }

    // Nobody is asked about a record that is linked, and an automatic link that staff overruled is none.
    static IQueryable<PossibleLink> InState(HouseholdDbContext db, WireState state) => state switch
    {
        WireState.Unspecified or WireState.Open => db.PossibleLinks.Where(l => l.Judgement == null && l.Proposal == LinkProposal.Review
            && !db.PossibleLinks.Any(o => o.InvolvementId == l.InvolvementId
                && (o.Judgement == LinkJudgement.Accepted || (o.Judgement == null && o.Proposal == LinkProposal.Automatic)))),
        WireState.Automatic => db.PossibleLinks.Where(l => l.Judgement == null && l.Proposal == LinkProposal.Automatic
            && !db.PossibleLinks.Any(o => o.InvolvementId == l.InvolvementId && o.Judgement == LinkJudgement.Accepted)),
        WireState.Accepted => db.PossibleLinks.Where(l => l.Judgement == LinkJudgement.Accepted),
        WireState.Rejected => db.PossibleLinks.Where(l => l.Judgement == LinkJudgement.Rejected),
    };

    static IQueryable<PossibleLink> After(IQueryable<PossibleLink> links, double score, Guid last) =>
        links.Where(l => l.Score < score || (l.Score == score && l.Id > last));

    SearchLinkCandidatesResponse Page(List<LinkRow> rows, FeedCatalog catalog, LinkShield shield, int size)
    {
        var page = new SearchLinkCandidatesResponse { Candidates = { rows.Take(size).Select(row => ToWire(row, catalog, shield)) } };
        if (rows.Count > size)
        {
            var last = rows[size - 1].Link;
            page.NextPageToken = PageTokens.Encode(Math.Round(last.Score * TokenScale).ToString(CultureInfo.InvariantCulture), last.Id.ToString());
        }
        return page;
    }
}
