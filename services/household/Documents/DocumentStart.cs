using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Documents;

/// <summary>Puts the document that comes with the program in force where there is none yet.</summary>
/// <typeparam name="TDocument">The document.</typeparam>
/// <param name="origin">Where it comes from.</param>
/// <param name="work">The database.</param>
/// <param name="clock">Time.</param>
sealed class DocumentStart<TDocument>(DocumentOrigin origin, UnitOfWork<HouseholdDbContext> work, TimeProvider clock) : IHostedService
    where TDocument : IDocument<TDocument>
{
    public Task StartAsync(CancellationToken cancellationToken) => work.RunAsAsync(origin.Principal, BeginAsync, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task<int> BeginAsync(HouseholdDbContext db, CancellationToken ct)
    {
        var document = TDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, origin.Path), ct)).ToJson();
        // Replicas start together.
        var insert =
            $$"""
            insert into {{DocumentTable.Of<TDocument>(db)}} (version, document, changed_at, staff_id, reason)
            values (1, {0}::jsonb, {1}, '', '') on conflict (version) do nothing
            """;
        return await db.Database.ExecuteSqlRawAsync(insert, [document, clock.GetUtcNow().Stored()], ct);
    }
}
