using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tsunagu.ServiceDefaults.Errors;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>
/// At start: roles and migrations under an advisory lock, so that replicas may start together; then the check that the
/// service's login is as weak as it must be.
/// </summary>
sealed class DatabaseStart<TContext>(
    DatabaseNames names, NpgsqlDataSource runtime, DbContextOptions<TContext> options, TimeProvider clock, ILogger<DatabaseStart<TContext>> log)
    : IDatabaseStart
    where TContext : ServiceDbContext
{
    const string Lock = $"select pg_advisory_lock({AdvisoryLocks.Start})";
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task PrepareAsync(CancellationToken ct)
    {
        var until = clock.GetUtcNow() + names.Options.StartPatience;
        while (true)
        {
            try
            {
                if (names.Options.Migrates)
                    await MigrateAsync(ct);
                await RequireMigratedAsync(ct);
                await LoginCheck.RequireWeakAsync(runtime, ct);
                return;
            }
            catch (Exception e) when (DatabaseStartFaults.MayPass(e) && clock.GetUtcNow() < until)
            {
                log.DatabaseNotReady(names.Database, e.GetType().Name);
                await Task.Delay(Pause, clock, ct);
            }
        }
    }

    async Task MigrateAsync(CancellationToken ct)
    {
        await DatabaseRoles.EnsureDatabaseAsync(names, ct);
        await using var untraced = Untraced(names.Administrator());
        await using var administrator = await untraced.OpenConnectionAsync(ct);
        // Held by this connection until it closes, also if the process is killed.
        await using (var takeLock = new NpgsqlCommand(Lock, administrator) { CommandTimeout = 0 })
            await takeLock.ExecuteNonQueryAsync(ct);
        await DatabaseRoles.EnsureAsync(administrator, names, ct);

        await using var owner = Untraced(names.Owner());
        await using var db = Create(owner);
        await db.Database.MigrateAsync(ct);
        await DatabaseRoles.GuardAsync(administrator, names, ct);
        log.Migrated(names.Database);
    }

    async Task RequireMigratedAsync(CancellationToken ct)
    {
        await using var db = Create(runtime);
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
            throw new MigrationPendingException(names.Database);
    }

    // Statements about roles are nobody's business but the server's.
    static NpgsqlDataSource Untraced(string connectionString) =>
        new NpgsqlDataSourceBuilder(connectionString).ConfigureTracing(tracing => tracing.ConfigureCommandFilter(_ => false)).Build();

    // The options of the service itself but for the login: so the model is built once.
    TContext Create(NpgsqlDataSource source) =>
        (TContext)Activator.CreateInstance(typeof(TContext), new DbContextOptionsBuilder<TContext>(options).UseNpgsql(source).Options)!;
}
