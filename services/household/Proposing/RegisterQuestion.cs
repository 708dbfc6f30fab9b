using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Imports;

namespace Tsunagu.Households.Proposing;

/// <summary>Asks the register on behalf of a proposal, in the transaction of the call.</summary>
static class RegisterQuestion
{
    const int AtOnce = 5000;

    /// <summary>The question over one context.</summary>
    public static RegisterLookup Of(HouseholdDbContext db) => (numbers, ct) => AskAsync(db, numbers, ct);

    static async Task<IReadOnlyDictionary<string, RegisterEntry>> AskAsync(HouseholdDbContext db, IReadOnlyCollection<string> numbers, CancellationToken ct)
    {
        // The register is compared as an import would compare it; whoever asks sees no more of it than how many numbers match.
        await db.ActAsAsync(ImportRunner.Principal, ct);
        var known = new Dictionary<string, RegisterEntry>();
        foreach (var some in numbers.Chunk(AtOnce))
        {
            var found = await db.Residents.AsNoTracking().Where(r => some.Contains(r.Number))
                .Join(db.Households, r => r.HouseholdId, h => h.Id, (r, h) => new { r.Number, Household = h.Number, r.Name, r.Kana, r.BirthDate })
                .ToListAsync(ct);
            foreach (var one in found)
                known[one.Number] = new RegisterEntry(one.Household, one.Name, one.Kana, PartialDate.Parse(one.BirthDate));
        }
        return known;
    }
}
