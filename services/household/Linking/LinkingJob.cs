using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.LifeEvents;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Scheduling;

namespace Tsunagu.Households.Linking;

/// <summary>
/// Links every record without a key anew after the register or such a record changed. The outcome depends on the rows alone, and only differences are
/// written, so running it once too often does nothing.
/// </summary>
sealed class LinkingJob(TimeProvider clock, ILogger<LinkingJob> log) : ScheduledJob<HouseholdDbContext>
{
    /// <summary>Kind of its schedules.</summary>
    public const string Name = "linking";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override async Task RunAsync(HouseholdDbContext db, string key, DateTimeOffset now, CancellationToken ct)
    {
        // What was scheduled until here is done by this run; a merge that commits later schedules anew.
        _ = await db.Database.ExecuteSqlAsync(
            $"delete from schedules where id in (select id from schedules where kind = {Name} for update skip locked)", ct);
        _ = await db.Database.ExecuteSqlRawAsync(HouseholdLocks.Linking, ct);
        var descriptions = await db.InvolvementDescriptions.AsNoTracking().OrderBy(d => d.InvolvementId).ToListAsync(ct);
        var linker = new Linker([.. descriptions.Select(Describe)]);
        if (descriptions.Count > 0)
        {
            var past = await PastAsync(db, ct);
            await foreach (var resident in Residents(db).WithCancellation(ct))
                linker.Offer(past.Contains(resident.Id) ? WithPast(resident, past[resident.Id]) : resident);
        }
        var outcomes = descriptions.Select(d => d.InvolvementId).Zip(linker.Decide()).ToList();
        // Not while a merge writes: it deletes and inserts the same persons.
        _ = await db.Database.ExecuteSqlRawAsync(HouseholdLocks.Merge, ct);
        var changed = await ProposeAsync(db, outcomes, ct);
        if (changed > 0)
            await LookAgainAsync(db, now, ct);
        _ = await db.SaveChangesAsync(ct);
        await new LinkWriter((NpgsqlConnection)db.Database.GetDbConnection(), clock.GetUtcNow().Stored()).ApplyAsync(null, ct);
        log.Linked(outcomes.Count, outcomes.Count(o => o.Second.Verdict == LinkVerdict.Automatic), outcomes.Count(o => o.Second.Verdict == LinkVerdict.Review), changed);
    }

    // A new record becomes a life event only when its person is found.
    static async Task LookAgainAsync(HouseholdDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var feeds = await db.Involvements.Where(i => db.InvolvementDescriptions.Any(d => d.InvolvementId == i.Id)).Select(i => i.FeedId).Distinct().ToListAsync(ct);
        feeds.ForEach(feed => LifeEventsJob.Again(db, feed, now));
    }

    // What people were called and where they lived before, where the register told it otherwise than now.
    static async Task<ILookup<Guid, (string Kana, string Address)>> PastAsync(HouseholdDbContext db, CancellationToken ct)
    {
        var past = await (
            from version in db.ResidentVersions.AsNoTracking()
            join resident in db.Residents on version.ResidentId equals resident.Id
            where version.Address != resident.Address || version.Kana != resident.Kana
            select new { resident.Id, version.Kana, version.Address }).Distinct().ToListAsync(ct);
        return past.ToLookup(v => v.Id, v => (v.Kana, v.Address));
    }

    static LinkResident WithPast(LinkResident resident, IEnumerable<(string Kana, string Address)> past) => resident with
    {
        FormerNames = [.. past.Select(v => v.Kana).Where(k => k != resident.Kana).Distinct()],
        FormerAddresses = [.. past.Select(v => v.Address).Where(a => a != resident.Address).Distinct()],
    };

    static IAsyncEnumerable<LinkResident> Residents(HouseholdDbContext db) =>
        db.Residents.AsNoTracking()
            .Where(r => r.WithdrawnImportId == null)
            .Select(r => new LinkResident
            {
                Id = r.Id,
                HouseholdId = r.HouseholdId,
                Name = r.Name,
                Kana = r.Kana,
                FormerFamilyName = r.FormerFamilyName,
                Alias = r.Alias,
                AliasKana = r.AliasKana,
                RomanName = r.RomanName,
                BirthDate = PartialDate.Parse(r.BirthDate),
                Sex = r.Sex,
                Address = r.Address,
                Phone = r.Phone,
            })
            .AsAsyncEnumerable();

    static PersonDescription Describe(InvolvementDescription d) =>
        new(d.Name, d.Kana, PartialDate.Parse(d.BirthDate), d.Sex, d.Address, d.Phone);

    static async Task<int> ProposeAsync(HouseholdDbContext db, List<(Guid Record, LinkOutcome Outcome)> outcomes, CancellationToken ct)
    {
        var known = await db.PossibleLinks.ToDictionaryAsync(l => (l.InvolvementId, l.ResidentId), ct);
        var changed = 0;
        foreach (var (record, outcome) in outcomes)
        {
            foreach (var (rank, candidate) in outcome.Candidates.Index())
            {
                var pair = (record, candidate.Resident.Id);
                if (!known.Remove(pair, out var link))
                {
                    link = PossibleLink.Of(IdOf(record, candidate.Resident.Id), record, candidate.Resident.Id);
                    _ = db.PossibleLinks.Add(link);
                }
                var automatic = rank == 0 && outcome.Verdict == LinkVerdict.Automatic;
                var proposal = automatic ? LinkProposal.Automatic : LinkProposal.Review;
                if (link.Propose(proposal, candidate.Score, LinkFeatureList.Write(candidate.Features), rank == 0 ? outcome.Obstacle : ""))
                    changed++;
            }
        }
        return changed + Drop(db, known.Values, [.. outcomes.Select(o => o.Record)]);
    }

    // A pair that the scores no longer propose goes, unless staff decided about it. A record that its source no longer tells keeps its link, and nobody is asked
    // about it any more.
    static int Drop(HouseholdDbContext db, IEnumerable<PossibleLink> rest, HashSet<Guid> compared)
    {
        var changed = 0;
        foreach (var link in rest.Where(l => compared.Contains(l.InvolvementId) || l.State == LinkState.Open))
        {
            if (link.Judgement is null)
                _ = db.PossibleLinks.Remove(link);
            else if (!link.Propose(LinkProposal.None, link.Score, link.Features, link.Obstacle))
                continue;
            changed++;
        }
        return changed;
    }

    // One id for one pair, however often it is proposed anew: a name-based UUID (version 8).
    static Guid IdOf(Guid record, Guid resident)
    {
        Span<Guid> pair = [record, resident];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _ = SHA256.HashData(MemoryMarshal.AsBytes(pair), digest);
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest[..16], bigEndian: true);
    }
}
