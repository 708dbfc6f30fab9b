using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Data;

/// <summary>
/// Brings agencies, staff and agreements of a sample city into the directory, in development alone: what is there is brought up to
/// date, nothing is removed. Rights and agreements that have run out are renewed, so that a sample does not go stale over the years.
/// </summary>
static class SampleDirectory
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>Merges the files of a folder; saves nothing.</summary>
    /// <param name="db">Context of the transaction, which holds the directory.</param>
    /// <param name="folder">Folder with <c>agencies.json</c>, <c>staff.json</c> and, unless every agreement covers everything, <c>agreements.json</c>.</param>
    /// <param name="now">Now.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task MergeAsync(ReferralDbContext db, string folder, DateTimeOffset now, CancellationToken ct)
    {
        var agencies = await MergeAgenciesAsync(db, await ReadAsync<AgencyLine>(folder, "agencies.json", ct), ct);
        await MergeStaffAsync(db, await ReadAsync<StaffLine>(folder, "staff.json", ct), now, ct);
        var lines = File.Exists(Path.Combine(folder, "agreements.json"))
            ? await ReadAsync<AgreementLine>(folder, "agreements.json", ct)
            : [.. agencies.Where(agency => agency.Kind != AgencyKind.CityDepartment).Select(agency => new AgreementLine(agency.Id.Value, [.. ServiceArea.All]))];
        await MergeAgreementsAsync(db, lines, agencies, now, ct);
    }

    static async Task<List<Agency>> MergeAgenciesAsync(ReferralDbContext db, AgencyLine[] lines, CancellationToken ct)
    {
        var known = await db.Agencies.ToDictionaryAsync(row => row.Id, ct);
        foreach (var line in lines)
        {
            var kind = AgencyKinds.Parse(line.Kind);
            if (known.TryGetValue(new AgencyId(line.AgencyId), out var agency))
                (agency.Name, agency.Kind) = (line.Name, kind);
            else
                db.Agencies.Add(known[new(line.AgencyId)] = new Agency { Id = new(line.AgencyId), Name = line.Name, Kind = kind });
        }

        return [.. lines.Select(line => known[new(line.AgencyId)])];
    }

    static async Task MergeStaffAsync(ReferralDbContext db, StaffLine[] lines, DateTimeOffset now, CancellationToken ct)
    {
        var known = await db.Staff.ToDictionaryAsync(row => row.Id, ct);
        foreach (var line in lines)
        {
            if (!known.TryGetValue(new StaffId(line.StaffId), out var staff))
                db.Staff.Add(StaffMember.Enrol(new(line.StaffId), new(line.AgencyId), line.Name, line.Roles, now));
            else
            {
                staff.Revise(new(line.AgencyId), line.Name, line.Roles);
                if (staff.ValidUntil <= now && staff.SuspendedAt is null)
                    staff.RenewRights(now);
            }
        }
    }

    static async Task MergeAgreementsAsync(
        ReferralDbContext db, AgreementLine[] lines, List<Agency> agencies, DateTimeOffset now, CancellationToken ct)
    {
        var today = JapanCalendar.DayOf(now);
        var lastDay = JapanCalendar.DayOf(FiscalYear.EndOf(now)).AddDays(-1);
        var known = (await db.Agreements.ToListAsync(ct)).ToLookup(row => row.Agency);
        foreach (var line in lines)
        {
            // One that somebody ended by hand stays ended until the fiscal year is over.
            if (known[new(line.AgencyId)].Any(row => row.EndsOn >= today))
                continue;
            var agency = agencies.Single(row => row.Id.Value == line.AgencyId);
            db.Agreements.Add(Agreement.Sign(Guid.CreateVersion7(), agency, line.Scopes, today, lastDay, now));
        }
    }

    static async Task<T[]> ReadAsync<T>(string folder, string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(Path.Combine(folder, file));
        return await JsonSerializer.DeserializeAsync<T[]>(stream, Json, ct) ?? [];
    }

    sealed record AgencyLine(string AgencyId, string Name, string Kind);

    sealed record StaffLine(string StaffId, string AgencyId, string Name, string[] Roles);

    sealed record AgreementLine(string AgencyId, string[] Scopes);
}
