using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.LifeEvents;

/// <summary>Puts the table that comes with the program in force where there is none yet.</summary>
/// <param name="work">The database.</param>
/// <param name="clock">Time.</param>
sealed class ProcedureTableStart(UnitOfWork<HouseholdDbContext> work, TimeProvider clock) : IHostedService
{
    const string Principal = "job:procedure-table";

    public Task StartAsync(CancellationToken cancellationToken) => work.RunAsAsync(Principal, BeginAsync, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task<int> BeginAsync(HouseholdDbContext db, CancellationToken ct)
    {
        var document = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "LifeEvents", "default-procedures.json"), ct);
        var normal = ProcedureTable.Parse(document).ToJson();
        // Replicas start together.
        return await db.Database.ExecuteSqlAsync(
            $"""
            insert into procedure_tables (version, document, changed_at, staff_id, reason)
            values (1, {normal}::jsonb, {clock.GetUtcNow().Stored()}, '', '') on conflict (version) do nothing
            """,
            ct);
    }
}
