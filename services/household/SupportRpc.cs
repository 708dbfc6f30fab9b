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

    async Task<StandingFacts> HoldAsync(HouseholdDbContext db, Guid household, AgencyId agency, CancellationToken ct) =>
        await StandingFacts.HoldAsync(db, await HiddenAsync(db, ct), household, agency, ct);

    /// <summary>One change of a fact: find it among what the caller is shown, compare versions, change it under the lock of its household.</summary>
    /// <param name="request">The request.</param>
    /// <param name="context">The call.</param>
    /// <param name="id">Of the fact.</param>
    /// <param name="expectedVersion">Version that the caller read.</param>
    /// <param name="change">Gets the fact, the wording that stands and what else stands of the household; gives a wording to be added, or null when there is none.</param>
    Task<Wire.SupportFact> ChangeAsync<TRequest>(
        TRequest request, ServerCallContext context, Guid id, string expectedVersion,
        Func<SupportFact, SupportFactVersion, StandingFacts, SupportFactVersion?> change)
        where TRequest : class, IMessage<TRequest> => work.WriteAsync(request, context, async (db, ct) =>
        {
            var household = await db.SupportFacts.Where(f => f.Id == id).Select(f => (Guid?)f.HouseholdId).SingleOrDefaultAsync(ct)
                ?? throw SupportErrors.FactNotFound();
            var standing = await HoldAsync(db, household, context.GetCaller().Agency, ct);
            await db.ActAsAsync(Recording, ct);
            var fact = await db.SupportFacts.SingleAsync(f => f.Id == id, ct);
            var last = await db.SupportFactVersions.SingleAsync(v => v.FactId == id && v.Revision == fact.Revision, ct);
            if (standing.Reader.Read(fact, last) is null)
                throw SupportErrors.FactNotFound();
            Version.Require(expectedVersion, fact.Version);
            var next = change(fact, last, standing.Without(id));
            if (next is not null)
                _ = db.SupportFactVersions.Add(next);
            _ = await db.SaveChangesAsync(ct);
            return SupportWire.ToWire(new KnownFact(fact, next ?? last, fact.WithdrawalReason));
        });

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
