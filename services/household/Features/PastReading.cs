using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Linking;

namespace Tsunagu.Households;

/// <summary>
/// Reads what was true on a day, as it was known at an instant, from the current rows and their versions. Few versions exist of one person, so
/// the day, which may differ from feed to feed, is compared here and the rest in the database.
/// </summary>
sealed class PastReading(HouseholdDbContext db, Perspective at, IReadOnlyDictionary<string, FeedReading> readings)
{
    readonly DateTimeOffset known = at.Known;

    /// <summary>Everybody whose row of the register names the household.</summary>
    public Task<List<ResidentFact>> OfHouseholdAsync(Guid household, CancellationToken ct) => OfHouseholdsAsync([household], ct);

    /// <summary>Everybody whose row of the register names one of the households.</summary>
    public Task<List<ResidentFact>> OfHouseholdsAsync(Guid[] households, CancellationToken ct) =>
        ResidentsAsync(r => households.Contains(r.HouseholdId), v => households.Contains(v.HouseholdId), ct);

    /// <summary>The person, or nobody where the register did not hold one.</summary>
    public async Task<ResidentFact?> ResidentAsync(Guid id, CancellationToken ct) =>
        (await ResidentsAsync(r => r.Id == id, v => v.ResidentId == id, ct)).SingleOrDefault();

    /// <summary>These people, as far as the register held them.</summary>
    public Task<List<ResidentFact>> ResidentsAsync(Guid[] ids, CancellationToken ct) =>
        ResidentsAsync(r => ids.Contains(r.Id), v => ids.Contains(v.ResidentId), ct);

    /// <summary>What departments told about these residents.</summary>
    public async Task<List<InvolvementFact>> InvolvementAsync(Guid[] residents, CancellationToken ct) =>
        [.. await ByKeyAsync(residents, ct), .. await ByLinkAsync(residents, ct)];

    async Task<List<InvolvementFact>> ByKeyAsync(Guid[] residents, CancellationToken ct)
    {
        var ids = residents.Select(id => (Guid?)id).ToArray();
        var current = await (
            from person in db.InvolvementPersons.AsNoTracking()
            join record in db.Involvements.AsNoTracking() on person.InvolvementId equals record.Id
            join import in db.Imports.AsNoTracking() on record.ImportId equals import.Id
            where ids.Contains(person.ResidentId) && record.WithdrawnImportId == null && record.KnownFrom <= known
                && !db.LinkSpans.Any(s => s.InvolvementId == record.Id && s.ResidentId == person.ResidentId && s.KnownTo == DateTimeOffset.MaxValue)
                && !db.InvolvementPersons.Any(p => p.InvolvementId == record.Id
                    && (p.ResidentId == null || db.Residents.Any(r =>
                        r.Id == p.ResidentId && db.Imports.Any(i => i.Id == r.FirstImportId && i.FinishedAt > known))))
            select new { person.ResidentId, person.Role, Record = record, import.FileName }).ToListAsync(ct);
        var versions = await (
            from person in db.InvolvementVersionPersons.AsNoTracking()
            join version in db.InvolvementVersions.AsNoTracking() on person.VersionId equals version.Id
            join record in db.Involvements.AsNoTracking() on version.InvolvementId equals record.Id
            join import in db.Imports.AsNoTracking() on version.ImportId equals import.Id
            where ids.Contains(person.ResidentId) && version.KnownFrom <= known && known < version.KnownTo
                && !db.InvolvementVersionPersons.Any(p => p.VersionId == version.Id
                    && (p.ResidentId == null || db.Residents.Any(r =>
                        r.Id == p.ResidentId && db.Imports.Any(i => i.Id == r.FirstImportId && i.FinishedAt > known))))
            select new { person.ResidentId, person.Role, record.FeedId, Version = version, import.FileName }).ToListAsync(ct);
        return
        [
            .. current.Where(f => f.Record.ValidFrom <= DayOf(f.Record.FeedId))
                .Select(f => new InvolvementFact(f.ResidentId.GetValueOrDefault(), f.Role, f.Record.FeedId, f.Record, f.FileName)),
            .. versions.Where(f => Holds(f.Version.ValidFrom, f.Version.ValidTo, DayOf(f.FeedId)))
                .Select(f => new InvolvementFact(f.ResidentId.GetValueOrDefault(), f.Role, f.FeedId, f.Version, f.FileName)),
        ];
    }

    // A link is about the record as a whole: whichever of its states held on the day is shown while the link was known.
    async Task<List<InvolvementFact>> ByLinkAsync(Guid[] residents, CancellationToken ct)
    {
        var links = db.LinkSpans.AsNoTracking().Where(s => residents.Contains(s.ResidentId) && s.KnownFrom <= known && known < s.KnownTo);
        var current = await (
            from link in links
            join record in db.Involvements.AsNoTracking() on link.InvolvementId equals record.Id
            join import in db.Imports.AsNoTracking() on record.ImportId equals import.Id
            where record.WithdrawnImportId == null && record.KnownFrom <= known
            select new { link.ResidentId, Record = record, import.FileName }).ToListAsync(ct);
        var versions = await (
            from link in links
            join record in db.Involvements.AsNoTracking() on link.InvolvementId equals record.Id
            join version in db.InvolvementVersions.AsNoTracking() on record.Id equals version.InvolvementId
            join import in db.Imports.AsNoTracking() on version.ImportId equals import.Id
            where version.KnownFrom <= known && known < version.KnownTo
            select new { link.ResidentId, record.FeedId, Version = version, import.FileName }).ToListAsync(ct);
        return
        [
            .. current.Where(f => f.Record.ValidFrom <= DayOf(f.Record.FeedId))
                .Select(f => new InvolvementFact(f.ResidentId, LinkSql.Role, f.Record.FeedId, f.Record, f.FileName)),
            .. versions.Where(f => Holds(f.Version.ValidFrom, f.Version.ValidTo, DayOf(f.FeedId)))
                .Select(f => new InvolvementFact(f.ResidentId, LinkSql.Role, f.FeedId, f.Version, f.FileName)),
        ];
    }

    async Task<List<ResidentFact>> ResidentsAsync(
        Expression<Func<Resident, bool>> ofCurrent, Expression<Func<ResidentVersion, bool>> ofVersion, CancellationToken ct)
    {
        var current = await (
            from resident in db.Residents.AsNoTracking().Where(ofCurrent)
            join import in db.Imports.AsNoTracking() on resident.ImportId equals import.Id
            where resident.WithdrawnImportId == null && resident.KnownFrom <= known
            select new { Row = resident, import.FeedId, import.FileName }).ToListAsync(ct);
        var versions = await (
            from version in db.ResidentVersions.AsNoTracking().Where(ofVersion)
            join resident in db.Residents.AsNoTracking() on version.ResidentId equals resident.Id
            join import in db.Imports.AsNoTracking() on version.ImportId equals import.Id
            where version.KnownFrom <= known && known < version.KnownTo
            select new { resident.Number, Row = version, import.FeedId, import.FileName }).ToListAsync(ct);
        return
        [
            .. current.Where(r => r.Row.ValidFrom <= DayOf(r.FeedId)).Select(r => new ResidentFact(r.Row.Id, r.Row.Number, r.Row, r.FileName)),
            .. versions.Where(r => Holds(r.Row.ValidFrom, r.Row.ValidTo, DayOf(r.FeedId)))
                .Select(r => new ResidentFact(r.Row.ResidentId, r.Number, r.Row, r.FileName)),
        ];
    }

    /// <summary>Whether what holds from a day until another one holds on a day. The greatest date is no end, not even for itself.</summary>
    public static bool Holds(DateOnly from, DateOnly to, DateOnly day) => from <= day && (day < to || to == DateOnly.MaxValue);

    DateOnly DayOf(string feed) => readings.DayFor(feed, at.Day);
}
