using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Protections;
using Tsunagu.Households.Records;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households;

/// <summary>How many files and messages of each resident a reader may open.</summary>
static class RecordCounts
{
    public static async Task<IReadOnlyDictionary<Guid, (int Files, int Messages)>> ReadAsync(
        HouseholdDbContext db, Guid[] residents, Shield shield, Perspective at, AgencyId reader, CancellationToken ct)
    {
        var known = at.Known;
        var files = db.ResidentFiles
            .Where(f => residents.Contains(f.ResidentId) && f.AddedAt <= known && f.WithdrawnAt == null)
            .Select(f => new { f.ResidentId, f.AgencyId, f.Visibility, IsFile = true });
        var messages = db.ResidentMessages
            .Where(m => residents.Contains(m.ResidentId) && m.RecordedAt <= known && m.WithdrawnAt == null)
            .Select(m => new { m.ResidentId, m.AgencyId, m.Visibility, IsFile = false });
        var records = await files.Concat(messages).ToListAsync(ct);
        return records
            .Where(r => RecordDisclosure.Shows(shield.Hides(r.ResidentId), r.AgencyId == reader, r.Visibility == RecordVisibility.OwnAgency))
            .GroupBy(r => r.ResidentId)
            .ToDictionary(g => g.Key, g => (g.Count(r => r.IsFile), g.Count(r => !r.IsFile)));
    }
}
