using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Flags;

/// <summary>Puts the rules that come with the program in force where there are none yet.</summary>
/// <param name="work">The database.</param>
/// <param name="clock">Time.</param>
sealed class FlagRulesStart(UnitOfWork<HouseholdDbContext> work, TimeProvider clock) : IHostedService
{
    const string Principal = "job:flag-rules";

    public Task StartAsync(CancellationToken cancellationToken) => work.RunAsAsync(Principal, BeginAsync, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task<int> BeginAsync(HouseholdDbContext db, CancellationToken ct)
    {
        var document = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Flags", "default-rules.json"), ct);
        var normal = FlagRules.Parse(document).ToJson();
        // Replicas start together.
        return await db.Database.ExecuteSqlAsync(
            $"""
            insert into flag_rules (version, document, changed_at, staff_id, reason)
            values (1, {normal}::jsonb, {clock.GetUtcNow().Stored()}, '', '') on conflict (version) do nothing
            """,
            ct);
    }
}
