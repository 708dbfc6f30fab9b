using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Tsunagu.ServiceDefaults.Auditing;

sealed partial class AuditRpc<TContext>
{
    // The tree of a size is that of its first acts, whether or not a checkpoint was ever made of it.
    Task<T> ProveAsync<T>(ServerCallContext context, long wanted, Func<NpgsqlConnection, long, CancellationToken, Task<T>> prove) =>
        unit.ReadAsync(context, async (db, ct) =>
        {
            var size = await db.Set<SealedState>().Select(state => (long?)state.Size).MaxAsync(ct) ?? 0;
            if (wanted < 0 || wanted > size)
                throw AuditErrors.SizeNotReached();
            return await prove((NpgsqlConnection)db.Database.GetDbConnection(), wanted == 0 ? size : wanted, ct);
        });
}
