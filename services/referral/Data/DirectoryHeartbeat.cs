using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Data;

/// <summary>Confirms the directory every half minute, whichever replica comes first, so that every service knows how old its knowledge is.</summary>
sealed partial class DirectoryHeartbeat(UnitOfWork<ReferralDbContext> unit, TimeProvider clock, ILogger<DirectoryHeartbeat> log) : BackgroundService
{
    const string Principal = "job:directory-heartbeat";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(DirectoryHead.ConfirmEvery / 6, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await unit.RunAsAsync(Principal, ConfirmAsync, stoppingToken);
            }
            // The services find it stale in time, and say so.
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or Refusal or InvalidOperationException or TimeoutException
                && !stoppingToken.IsCancellationRequested)
            {
                NotConfirmed(log, e.GetType().Name);
            }
        }
    }

    async Task ConfirmAsync(ReferralDbContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow().Stored();
        if (!(await db.Directory.AsNoTracking().ToListAsync(ct)).Any(row => row.IsConfirmationDue(now)))
            return;
        var directory = await db.HoldDirectoryAsync(ct);
        if (!directory.IsConfirmationDue(now))
            return;
        db.Confirm(directory, now);
        await db.SaveChangesAsync(ct);
    }

    [LoggerMessage(LogLevel.Warning, "The directory was not confirmed: {Cause}")]
    static partial void NotConfirmed(ILogger log, string cause);
}
