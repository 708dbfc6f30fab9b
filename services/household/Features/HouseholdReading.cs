using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;

namespace Tsunagu.Households;

/// <summary>A record with whom it is about and where it comes from.</summary>
sealed record InvolvementFact(Guid ResidentId, string Role, InvolvementRecord Record, string FileName);

/// <summary>When each feed was confirmed last.</summary>
sealed record Freshness(string FeedId, DateTimeOffset ReceivedAt);

/// <summary>The rows behind a household view, as one transaction sees them.</summary>
sealed record HouseholdReading(
    RegisterHousehold Household, IReadOnlyList<Resident> Residents, ILookup<Guid, InvolvementFact> Involvement,
    IReadOnlyDictionary<string, DateTimeOffset> Freshness)
{
    /// <summary>Null when there is no such household.</summary>
    public static async Task<HouseholdReading?> ReadAsync(HouseholdDbContext db, Guid id, CancellationToken ct)
    {
        if (await db.Households.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, ct) is not { } household)
            return null;
        var residents = await db.Residents.AsNoTracking()
            .Where(r => r.HouseholdId == id && r.WithdrawnImportId == null)
            .ToListAsync(ct);
        var ids = residents.Select(r => (Guid?)r.Id).ToArray();
        var facts = await (
            from person in db.InvolvementPersons.AsNoTracking()
            join record in db.Involvements.AsNoTracking() on person.InvolvementId equals record.Id
            join import in db.Imports.AsNoTracking() on record.ImportId equals import.Id
            where ids.Contains(person.ResidentId) && record.WithdrawnImportId == null && !record.Held
            select new { person.ResidentId, person.Role, Record = record, import.FileName }).ToListAsync(ct);
        var confirmed = new[] { ImportState.Applied, ImportState.Unchanged };
        var freshness = await db.Imports.AsNoTracking()
            .Where(i => confirmed.Contains(i.State))
            .GroupBy(i => i.FeedId)
            .Select(g => new Freshness(g.Key, g.Max(i => i.ReceivedAt)))
            .ToListAsync(ct);
        return new HouseholdReading(
            household,
            residents,
            facts.Select(f => new InvolvementFact(f.ResidentId.GetValueOrDefault(), f.Role, f.Record, f.FileName)).ToLookup(f => f.ResidentId),
            freshness.ToDictionary(f => f.FeedId, f => f.ReceivedAt));
    }
}
