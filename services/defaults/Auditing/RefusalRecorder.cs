using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tsunagu.ServiceDefaults.Errors;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Puts calls on record that got no answer: refused by a rule, or failed.</summary>
sealed class RefusalRecorder(IServiceProvider services, TimeProvider clock, ILogger<RefusalRecorder> log)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Records the call when it is known who made it. The refusal stands whether or not this succeeds; a database that is away
    /// is logged, and it was not read from either.
    /// </summary>
    public async Task RecordAsync(AuditTrail trail, ServerCallContext context, Exception failure)
    {
        if (services.GetService<NpgsqlDataSource>() is not { } database || !context.HasCaller())
            return;
        var cancelled = context.CancellationToken.IsCancellationRequested;
        var late = cancelled && context.Deadline <= clock.GetUtcNow().UtcDateTime;
        var leaf = trail.Leaf(ErrorMapping.CodeOf(failure, cancelled, late), null);
        try
        {
            // The caller may be gone; what was tried is recorded all the same.
            using var patience = new CancellationTokenSource(Patience);
            await using var connection = await database.OpenConnectionAsync(patience.Token);
            await AuditSql.AddAsync(connection, leaf, patience.Token);
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            log.RefusalNotRecorded(context.Method, leaf.Outcome, e.GetType().Name);
        }
    }
}
