using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households.Searching;

/// <summary>
/// Makes keys anew that are of another version of the search form, a batch a transaction: after an upgrade everybody's, after the first file then those of
/// people with former names or addresses. Replicas share the work.
/// </summary>
sealed class SearchIndexing(UnitOfWork<HouseholdDbContext> work, TimeProvider clock, ILogger<SearchIndexing> log) : BackgroundService
{
    /// <summary>On whose behalf keys are written.</summary>
    public const string Principal = "job:search-indexing";

    const int Batch = 500;
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                while (await work.RunAsAsync(Principal, IndexAsync, stoppingToken) == Batch)
                    log.KeysMade(Batch);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be restarting; the next round finds the same rows.
                log.IndexingWaits(e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    static async Task<int> IndexAsync(HouseholdDbContext db, CancellationToken ct)
    {
        var stale = await db.Searches
            .FromSql($"select * from resident_search where version < {SearchForm.Version} limit {Batch} for update skip locked")
            .ToListAsync(ct);
        var ids = stale.Select(s => s.ResidentId).ToArray();
        var residents = await db.Residents.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        foreach (var search in stale)
        {
            search.Keys = SearchableOf(residents[search.ResidentId], search).Keys();
            search.Version = SearchForm.Version;
        }
        _ = await db.SaveChangesAsync(ct);
        return stale.Count;
    }

    static Searchable SearchableOf(Resident resident, ResidentSearch search) => new()
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
    };
}
