using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Data;

/// <summary>
/// Brings agencies and staff of a sample city into the directory, in development alone: what is there is brought up to
/// date, nothing is removed, all in one transaction.
/// </summary>
static class SampleDirectory
{
    const string PathKey = "SampleData:Path";
    const string Principal = "job:sample-directory";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>Does nothing outside development, or when no folder is configured.</summary>
    public static async Task SeedAsync(IServiceProvider services, CancellationToken ct)
    {
        var folder = services.GetRequiredService<IConfiguration>()[PathKey];
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment() || string.IsNullOrEmpty(folder))
            return;
        var agencies = await ReadAsync<AgencyLine>(folder, "agencies.json", ct);
        var staff = await ReadAsync<StaffLine>(folder, "staff.json", ct);
        var unit = services.GetRequiredService<UnitOfWork<ReferralDbContext>>();
        await unit.RunAsAsync(Principal, (db, token) => MergeAsync(db, agencies, staff, token), ct);
    }

    static async Task MergeAsync(ReferralDbContext db, AgencyLine[] agencies, StaffLine[] staff, CancellationToken ct)
    {
        // Two replicas that start together take turns.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('sample_directory'))", ct);
        var knownAgencies = await db.Agencies.ToDictionaryAsync(row => row.Id, ct);
        foreach (var line in agencies)
        {
            var kind = ParseKind(line.Kind);
            if (knownAgencies.TryGetValue(new AgencyId(line.AgencyId), out var known))
                (known.Name, known.Kind) = (line.Name, kind);
            else
                db.Agencies.Add(new Agency { Id = new AgencyId(line.AgencyId), Name = line.Name, Kind = kind });
        }

        var knownStaff = await db.Staff.ToDictionaryAsync(row => row.Id, ct);
        foreach (var line in staff)
        {
            var agency = new AgencyId(line.AgencyId);
            if (knownStaff.TryGetValue(new StaffId(line.StaffId), out var known))
                (known.Agency, known.Name, known.Roles) = (agency, line.Name, line.Roles);
            else
                db.Staff.Add(new StaffMember { Id = new StaffId(line.StaffId), Agency = agency, Name = line.Name, Roles = line.Roles });
        }

        await db.SaveChangesAsync(ct);
    }

    // Written `city_department` or `city-department`.
    static AgencyKind ParseKind(string kind) =>
        Enum.Parse<AgencyKind>(kind.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    static async Task<T[]> ReadAsync<T>(string folder, string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(Path.Combine(folder, file));
        return await JsonSerializer.DeserializeAsync<T[]>(stream, Json, ct) ?? [];
    }

    sealed record AgencyLine(string AgencyId, string Name, string Kind);

    sealed record StaffLine(string StaffId, string AgencyId, string Name, string[] Roles);
}
