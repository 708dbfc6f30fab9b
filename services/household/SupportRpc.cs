using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Protections;
using Tsunagu.Households.Support;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Version = Tsunagu.ServiceDefaults.Data.Version;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

/// <summary>Support households; one file per operation under Features.</summary>
sealed partial class SupportRpc(UnitOfWork<HouseholdDbContext> work, FeedLibrary feeds, TimeProvider clock) : Wire.SupportService.SupportServiceBase
{
    const int LongestReason = 500;

    // Row-level security lets facts be written under this name alone: their history is kept, whoever writes.
    const string Recording = "handler:support-record";

    SupportAuthor Author(ServerCallContext context) => new(context.GetCaller().Staff, context.GetCaller().Agency, clock.GetUtcNow().Stored());

    DateOnly Today => JapanCalendar.DayOf(clock.GetUtcNow());

    async Task<HiddenResidents> HiddenAsync(HouseholdDbContext db, CancellationToken ct) => new(db, await feeds.CurrentAsync(db, ct), Today);

    async Task<bool> IsHiddenAsync(HouseholdDbContext db, Guid household, CancellationToken ct) =>
        (await SupportReading.HiddenAsync(db, await HiddenAsync(db, ct), [household], ct)).Count > 0;

    /// <summary>One change of a fact: find it among what the caller is shown, compare versions, change it under the lock of its household.</summary>
    /// <param name="request">The request.</param>
    /// <param name="context">The call.</param>
    /// <param name="id">Of the fact.</param>
    /// <param name="expectedVersion">Version that the caller read.</param>
    /// <param name="change">Gets the fact, the wording that stands and the others of the household; gives a wording to be added, or null when there is none.</param>
    Task<Wire.SupportFact> ChangeAsync<TRequest>(
        TRequest request, ServerCallContext context, Guid id, string expectedVersion,
        Func<SupportFact, SupportFactVersion, IReadOnlyList<KnownFact>, SupportFactVersion?> change)
        where TRequest : class, IMessage<TRequest> => work.WriteAsync(request, context, async (db, ct) =>
        {
            var household = await db.SupportFacts.Where(f => f.Id == id).Select(f => (Guid?)f.HouseholdId).SingleOrDefaultAsync(ct)
                ?? throw SupportErrors.FactNotFound();
            // As the caller: the recording program sees nobody's measures.
            var hidden = await IsHiddenAsync(db, household, ct);
            await db.ActAsAsync(Recording, ct);
            var standing = await HoldAsync(db, household, ct);
            var fact = await db.SupportFacts.SingleAsync(f => f.Id == id, ct);
            var last = await db.SupportFactVersions.SingleAsync(v => v.FactId == id && v.Revision == fact.Revision, ct);
            if (!SupportReading.Shows(last, context.GetCaller().Agency, hidden))
                throw SupportErrors.FactNotFound();
            Version.Require(expectedVersion, fact.Version);
            var next = change(fact, last, [.. standing.Where(f => f.Fact.Id != id)]);
            if (next is not null)
                _ = db.SupportFactVersions.Add(next);
            _ = await db.SaveChangesAsync(ct);
            return SupportWire.ToWire(fact, next ?? last);
        });

    /// <summary>Whoever holds a support household alone decides what is added to it, until the transaction ends.</summary>
    /// <returns>What stands in it.</returns>
    static async Task<IReadOnlyList<KnownFact>> HoldAsync(HouseholdDbContext db, Guid household, CancellationToken ct)
    {
        _ = await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({household.ToString()}, {HouseholdLocks.SupportSeed}))", ct);
        var rows = await (
            from fact in db.SupportFacts.AsNoTracking()
            join version in db.SupportFactVersions.AsNoTracking() on fact.Id equals version.FactId
            where fact.HouseholdId == household && version.KnownTo == null
            select new { Fact = fact, Version = version }).ToListAsync(ct);
        return [.. rows.Select(row => new KnownFact(row.Fact, row.Version))];
    }

    /// <summary>Refuses people outside the register whom the household does not know.</summary>
    static void RequireKnown(SupportWording wording, IReadOnlyList<KnownFact> standing)
    {
        var known = standing.Where(f => f.Fact.Kind == SupportFactKind.OutsidePerson).Select(f => f.Fact.Id).ToHashSet();
        if (wording.Content.About.Any(person => !person.Registered && !known.Contains(person.Id)))
            throw WireErrors.Field("person_id", "この支援世帯に記録されていない人です。");
    }

    /// <summary>Refuses residents whom the register does not know.</summary>
    static async Task<IReadOnlyList<ResidentFact>> RequireResidentsAsync(HouseholdDbContext db, IEnumerable<PersonRef> persons, CancellationToken ct)
    {
        var ids = persons.Where(p => p.Registered).Select(p => p.Id).Distinct().ToArray();
        var rows = await db.Residents.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(ct);
        return rows.Count == ids.Length
            ? [.. rows.Select(r => new ResidentFact(r.Id, r.Number, r, ""))]
            : throw HouseholdErrors.ResidentNotFound();
    }
}
