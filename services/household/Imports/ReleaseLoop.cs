using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households.Imports;

/// <summary>Reads released files anew, one at a time per replica; what a process left unfinished another one begins again.</summary>
sealed class ReleaseLoop(UnitOfWork<HouseholdDbContext> work, ImportRunner runner, TimeProvider clock, ILogger<ReleaseLoop> log) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                foreach (var import in await work.RunAsAsync(ImportRunner.Principal, ReleasedAsync, stoppingToken))
                    await runner.RereadAsync(import, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be restarting; the next round finds the same imports.
                log.SweepWaits(e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    static Task<List<Guid>> ReleasedAsync(HouseholdDbContext db, CancellationToken ct) =>
        db.Imports
            .Where(i => i.State == ImportState.Running && i.ReleasedAt != null)
            .OrderBy(i => i.ReleasedAt)
            .Select(i => i.Id)
            .ToListAsync(ct);
}
