using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Protections;

namespace Tsunagu.Households.Searching;

/// <summary>
/// Finds residents: the database looks candidates up by key and reads them back under row-level security; here they are compared with what was asked.
/// </summary>
/// <param name="criteria">What was asked.</param>
/// <param name="catalog">The feeds, among them the lists of protective measures.</param>
sealed class ResidentFinder(SearchCriteria criteria, FeedCatalog catalog)
{
    /// <summary>Candidates of one stage that are compared at most; nobody reads through so many.</summary>
    public const int Most = 500;

    readonly SearchPlan plan = new(criteria);
    readonly Ranking ranking = new(criteria);

    /// <summary>The hits after one, in order.</summary>
    /// <param name="db">Inside a transaction of the caller's session.</param>
    /// <param name="after">The last hit before.</param>
    /// <param name="size">How many.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SearchPage> FindAsync(HouseholdDbContext db, SearchHit? after, int size, CancellationToken ct)
    {
        var (found, cut) = await LookUpAsync(db, plan.Flawless, plan.Numbers, ct);
        // Everybody without an error stands before everybody with one: those are looked for when a page is not filled, and never beside a number that is somebody's.
        var flawless = found.Where(hit => hit.Score >= Ranking.Flawless).ToList();
        var hits = Ranked(flawless, after, size);
        if (hits.Count == size || (criteria.Number is not null && flawless.Count > 0))
            return new SearchPage(hits, cut);
        var (near, nearCut) = await LookUpAsync(db, plan.WithError, plan.NumbersNear, ct);
        return new SearchPage(Ranked(found.Union(near), after, size), cut || nearCut);
    }

    static List<SearchHit> Ranked(IEnumerable<SearchHit> hits, SearchHit? after, int size) =>
        [.. hits.Where(hit => after is not { } last || hit.CompareTo(last) > 0).Order().Take(size)];

    async Task<(List<SearchHit> Hits, bool Cut)> LookUpAsync(
        HouseholdDbContext db, IReadOnlyList<SearchStep> steps, string[]? numbers, CancellationToken ct)
    {
        if (steps.Count == 0 && numbers is null)
            return ([], false);
        string[] lookups = [.. steps.Select(step => step.ToString())];
        var candidates = await Read(db, lookups, numbers ?? []).ToListAsync(ct);
        var hits = new List<SearchHit>();
        foreach (var candidate in candidates)
        {
            if (ranking.Score(candidate.Resident, candidate.Status) is { } score)
                hits.Add(new SearchHit(candidate.Id, score));
        }
        return (await WithoutHiddenAsync(db, hits, ct), candidates.Count >= Most);
    }

    // Whoever is found by an address lives there, whether it is shown or not.
    async Task<List<SearchHit>> WithoutHiddenAsync(HouseholdDbContext db, List<SearchHit> hits, CancellationToken ct)
    {
        if (!criteria.AsksWhere || hits.Count == 0)
            return hits;
        var shield = await Shield.OfAsync(db, catalog, [.. hits.Select(hit => (hit.Id, ""))], criteria.Today, ct);
        return [.. hits.Where(hit => !shield.Hides(hit.Id))];
    }

    static IQueryable<Candidate> Read(HouseholdDbContext db, string[] lookups, string[] numbers) =>
        from hit in db.Set<ResidentHit>().FromSql($"select id as \"Id\" from find_residents({lookups}, {numbers}, {Most})")
        join resident in db.Residents.AsNoTracking() on hit.Id equals resident.Id
        join search in db.Searches.AsNoTracking() on resident.Id equals search.ResidentId
        where resident.WithdrawnImportId == null
        select new Candidate(resident.Id, resident.Status, new Searchable
        {
            Number = resident.Number,
            Name = resident.Name,
            Kana = resident.Kana,
            FormerFamilyName = resident.FormerFamilyName,
            Alias = resident.Alias,
            AliasKana = resident.AliasKana,
            RomanName = resident.RomanName,
            BirthDate = resident.BirthDate,
            Sex = resident.Sex,
            Address = resident.Address,
            Phone = resident.Phone,
            FormerNames = search.FormerNames,
            FormerAddresses = search.FormerAddresses,
            FormerPhones = search.FormerPhones,
        });
}
