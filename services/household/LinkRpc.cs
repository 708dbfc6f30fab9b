using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.LifeEvents;
using Tsunagu.Households.Linking;
using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Version = Tsunagu.ServiceDefaults.Data.Version;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

/// <summary>Links of records without a key; one file per operation under Features.</summary>
sealed partial class LinkRpc(UnitOfWork<HouseholdDbContext> work, FeedLibrary feeds, TimeProvider clock) : LinkService.LinkServiceBase
{
    const string Decision = "handler:link-decision";

    /// <summary>One verb: find, compare versions, decide, make it what readers see.</summary>
    Task<Wire.LinkCandidate> DecideAsync<TRequest>(
        TRequest request, Guid id, string expectedVersion, ServerCallContext context, Action<PossibleLink, Caller, DateTimeOffset> decide)
        where TRequest : class, IMessage<TRequest>
    {
        var caller = context.GetCaller();
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            // The register belongs to no agency: anybody with a role and a purpose may decide, and the rows are written on their behalf.
            await db.ActAsAsync(Decision, ct);
            // A run of the scores or a merge in between would undo half of it.
            _ = await db.Database.ExecuteSqlRawAsync(HouseholdLocks.Merge, ct);
            var link = await db.PossibleLinks.SingleOrDefaultAsync(l => l.Id == id, ct) ?? throw LinkErrors.NotFound();
            Version.Require(expectedVersion, link.Version);
            var now = clock.GetUtcNow().Stored();
            decide(link, caller, now);
            if (link.State == Linking.LinkState.Accepted
                && await db.PossibleLinks.AnyAsync(l => l.InvolvementId == link.InvolvementId && l.Id != id && l.Judgement == LinkJudgement.Accepted, ct))
                throw LinkErrors.Taken();
            // What began or ended for a person may begin or end for another now.
            LifeEventsJob.Again(db, await db.Involvements.Where(i => i.Id == link.InvolvementId).Select(i => i.FeedId).SingleAsync(ct), now);
            _ = await db.SaveChangesAsync(ct);
            await new LinkWriter((NpgsqlConnection)db.Database.GetDbConnection(), now).ApplyAsync(link.InvolvementId, ct);
            var row = await LinkRow.Query(db, db.PossibleLinks.Where(l => l.Id == id)).SingleAsync(ct);
            var catalog = await feeds.CurrentAsync(db, ct);
            return ToWire(row, catalog, await LinkShield.OfAsync(db, catalog, [row], Today, ct));
        });
    }

    DateOnly Today => JapanCalendar.DayOf(clock.GetUtcNow());

    Wire.LinkCandidate ToWire(LinkRow row, FeedCatalog catalog, LinkShield shield) => LinkWire.ToWire(row, catalog.Find(row.Record.FeedId), shield, Today);
}
