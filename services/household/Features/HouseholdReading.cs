using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Linking;

namespace Tsunagu.Households;

/// <summary>The rows behind a household view, as one transaction sees them.</summary>
sealed record HouseholdReading(
    RegisterHousehold Household, IReadOnlyList<ResidentFact> Residents, ILookup<Guid, InvolvementFact> Involvement,
    IReadOnlyDictionary<string, FeedReading> Feeds)
{
    /// <summary>The feeds as they are defined now.</summary>
    public FeedCatalog Catalog { get; init; } = FeedCatalog.Empty;

    /// <summary>How records without a key came to residents, by record and resident.</summary>
    public IReadOnlyDictionary<(Guid Record, Guid Resident), PossibleLink> Links { get; init; } = LinkReading.None;

    /// <summary>How the record came to the resident; null when its source has a key.</summary>
    public PossibleLink? LinkOf(InvolvementFact fact) => Links.GetValueOrDefault((LinkReading.RecordOf(fact), fact.ResidentId));

    /// <summary>What is current and known now.</summary>
    /// <returns>Null when there is no such household.</returns>
    public static async Task<HouseholdReading?> CurrentAsync(
        HouseholdDbContext db, Guid id, IEnumerable<string> feeds, Perspective at, CancellationToken ct)
    {
        if (await db.Households.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, ct) is not { } household)
            return null;
        var residents = await (
            from resident in db.Residents.AsNoTracking()
            join import in db.Imports.AsNoTracking() on resident.ImportId equals import.Id
            where resident.HouseholdId == id && resident.WithdrawnImportId == null
            select new { Row = resident, import.FileName }).ToListAsync(ct);
        var ids = residents.Select(r => (Guid?)r.Row.Id).ToArray();
        var facts = await (
            from person in db.InvolvementPersons.AsNoTracking()
            join record in db.Involvements.AsNoTracking() on person.InvolvementId equals record.Id
            join import in db.Imports.AsNoTracking() on record.ImportId equals import.Id
            where ids.Contains(person.ResidentId) && record.WithdrawnImportId == null && !record.Held
            select new { person.ResidentId, person.Role, Record = record, import.FileName }).ToListAsync(ct);
        var readings = await FeedReadings.ReadAsync(db, [.. feeds], at, ct);
        return new HouseholdReading(
            household,
            [.. residents.Select(r => new ResidentFact(r.Row.Id, r.Row.Number, r.Row, r.FileName))],
            facts.Select(f => new InvolvementFact(f.ResidentId.GetValueOrDefault(), f.Role, f.Record.FeedId, f.Record, f.FileName))
                .ToLookup(f => f.ResidentId),
            readings.ToDictionary(f => f.FeedId));
    }

    /// <summary>What was true on a day, as it was known at an instant.</summary>
    /// <returns>Null when the household was not known then.</returns>
    public static async Task<HouseholdReading?> PastAsync(
        HouseholdDbContext db, Guid id, IEnumerable<string> feeds, Perspective at, CancellationToken ct)
    {
        if (await db.Households.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id && h.KnownFrom <= at.Known, ct) is not { } household)
            return null;
        var readings = (await FeedReadings.ReadAsync(db, [.. feeds], at, ct)).ToDictionary(f => f.FeedId);
        var past = new PastReading(db, at, readings);
        var residents = await past.OfHouseholdAsync(id, ct);
        var facts = await past.InvolvementAsync([.. residents.Select(r => r.Id)], ct);
        return new HouseholdReading(household, residents, facts.ToLookup(f => f.ResidentId), readings);
    }
}
