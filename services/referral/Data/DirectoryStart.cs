using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Data;

/// <summary>
/// Before the first call: the sample city in development, an administrator and sharing rules where there are none, and the whole directory once
/// more for every service, so that whatever was missed is mended. One transaction; replicas that start together take turns.
/// </summary>
static class DirectoryStart
{
    const string PathKey = "SampleData:Path";
    const string Principal = "job:directory-start";

    /// <summary>Runs once per start.</summary>
    public static Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var sample = services.GetRequiredService<IHostEnvironment>().IsDevelopment()
            ? services.GetRequiredService<IConfiguration>()[PathKey]
            : null;
        var first = services.GetRequiredService<IOptions<FirstAdministrator>>().Value;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().Stored();
        return services.GetRequiredService<UnitOfWork<ReferralDbContext>>().RunAsAsync(Principal, BeginAsync, ct);

        async Task BeginAsync(ReferralDbContext db, CancellationToken token)
        {
            var directory = await db.HoldDirectoryAsync(token);
            if (!string.IsNullOrEmpty(sample))
                await SampleDirectory.MergeAsync(db, sample, now, token);
            if (!string.IsNullOrEmpty(first.StaffId))
                await EnsureAdministratorAsync(db, first, now, token);
            await SharingStart.EnsureAsync(db, now, token);
            await db.SaveChangesAsync(token);
            await db.PublishAllAsync(directory, now, token);
            await db.SaveChangesAsync(token);
        }
    }

    static async Task EnsureAdministratorAsync(ReferralDbContext db, FirstAdministrator first, DateTimeOffset now, CancellationToken ct)
    {
        var role = RoleNames.Name(Role.Administrator);
        var staff = await db.Staff.ToListAsync(ct);
        if (AbleAdministrators.Any(staff, await db.Agencies.ToListAsync(ct), await db.Agreements.ToListAsync(ct), now))
            return;
        var agency = await db.Agencies.SingleOrDefaultAsync(row => row.Id == new AgencyId(first.AgencyId), ct)
            ?? db.Agencies.Add(new() { Id = new(first.AgencyId), Name = first.AgencyName, Kind = AgencyKind.CityDepartment }).Entity;
        if (staff.SingleOrDefault(row => row.Id.Value == first.StaffId) is not { } known)
        {
            db.Staff.Add(StaffMember.Enrol(new(first.StaffId!), agency.Id, first.Name, [role], now));
            return;
        }

        known.Revise(agency.Id, known.Name, [role]);
        if (known.SuspendedAt is not null)
            known.Reinstate();
        if (known.ValidUntil <= now)
            known.RenewRights(now);
    }
}
