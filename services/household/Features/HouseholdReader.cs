using Tsunagu.Households.Data;
using Tsunagu.Households.Documents;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Flags;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households;

/// <summary>Reads what a household view is made of. Its time goes into round trips rather than rows, so there are two: by the household, then by who is in it.</summary>
/// <param name="db">Context of the transaction.</param>
/// <param name="library">Definitions of feeds.</param>
/// <param name="flagRules">Rules of flags.</param>
/// <param name="at">From where the read looks.</param>
/// <param name="today">Day of Japan.</param>
/// <param name="reader">Agency of whoever reads.</param>
sealed class HouseholdReader(
    HouseholdDbContext db, FeedLibrary library, VersionedDocument<FlagRules> flagRules, Perspective at, DateOnly today, AgencyId reader)
{
    /// <summary>What is current and known now.</summary>
    /// <returns>Null when there is no such household.</returns>
    public async Task<HouseholdReading?> PresentAsync(Guid id, CancellationToken ct)
    {
        var batch = new ReadBatch(db);
        var residents = batch.Ask(PresentRows.Residents(db, id));
        var involvement = batch.Ask(PresentRows.Involvement(db, id));
        return await BeginAsync(batch, id, ct) is { } begun ? await EndAsync(begun, residents, involvement, null, ct) : null;
    }

    /// <summary>What was true on a day, as it was known at an instant.</summary>
    /// <returns>Null when the household was not known then.</returns>
    public async Task<HouseholdReading?> PastAsync(Guid id, CancellationToken ct)
    {
        if (await BeginAsync(new ReadBatch(db), id, ct) is not { } begun)
            return null;
        var past = new PastReading(db, at, begun.Feeds);
        var residents = await past.OfHouseholdAsync(id, ct);
        return await EndAsync(begun, residents, await past.InvolvementAsync([.. residents.Select(r => r.Id)], ct), past, ct);
    }

    // By the household.
    async Task<Begun?> BeginAsync(ReadBatch batch, Guid id, CancellationToken ct)
    {
        var households = db.Rows<RegisterHousehold>();
        var found = batch.Ask(new Question<RegisterHousehold>(
            $"select {households.Columns("h")} from households h where h.id = $1 and h.known_from <= $2", row => households.Read(row), id, at.Known));
        var readings = batch.Ask(FeedReadings.Ask(at));
        var rules = batch.Ask(VersionedDocument<FlagRules>.AskAt(db, at.Known));
        await batch.RunAsync(ct);
        return found is [var household]
            ? new(
                household,
                await library.OfAsync(db, [.. readings.Select(r => (r.FeedId, r.Version))], ct),
                readings.ToDictionary(r => r.FeedId),
                await flagRules.ReadAsync(db, rules[0], ct))
            : null;
    }

    // By who is in it.
    async Task<HouseholdReading> EndAsync(
        Begun begun, IReadOnlyList<ResidentFact> residents, IReadOnlyList<InvolvementFact> involvement, PastReading? past, CancellationToken ct)
    {
        Guid[] members = [.. residents.Where(r => r.Content.Status == ResidentStatus.Current).Select(r => r.Id)];
        var batch = new ReadBatch(db);
        var hidden = batch.Ask(Shield.Ask(begun.Catalog, [.. residents.Select(r => (r.Id, r.Content.TownCode))]));
        var records = batch.Ask(RecordCounts.Ask([.. residents.Select(r => r.Id)], at));
        var support = batch.Ask(SupportReading.AskOf(members, at));
        var links = batch.Ask(LinkReading.Ask(db, involvement, begun.Catalog));
        await batch.RunAsync(ct);
        var shield = Shield.Of(hidden, today);
        return new HouseholdReading(
            begun.Household,
            at,
            begun.Catalog,
            begun.Feeds,
            begun.Rules,
            residents,
            involvement.ToLookup(f => f.ResidentId),
            links.ToDictionary(l => (l.InvolvementId, l.ResidentId)),
            shield,
            RecordCounts.Of(records, shield, reader),
            await new SupportReading(db, at, past, reader, new HiddenResidents(db, begun.Catalog, today)).OfMembersAsync([.. support], members, ct));
    }

    sealed record Begun(RegisterHousehold Household, FeedCatalog Catalog, IReadOnlyDictionary<string, FeedReading> Feeds, FlagRules Rules);
}
