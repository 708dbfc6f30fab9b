using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>
/// Several questions in one round trip, on the context's own connection and transaction. For reads so frequent that the trips cost more than what they fetch;
/// nothing is tracked.
/// </summary>
/// <param name="db">Context of the transaction.</param>
public sealed class ReadBatch(DbContext db)
{
    // However many values an array holds, these statements go by index. Left to itself the server sees that few values are cheaper than the ten it would assume,
    // and plans anew each time.
    const string PlanOnce = "set local plan_cache_mode to force_generic_plan";
    const string PlanAsUsual = "set local plan_cache_mode to default";

    readonly List<NpgsqlBatchCommand> commands = [];
    readonly List<Func<NpgsqlDataReader, CancellationToken, Task>> takers = [];

    /// <summary>Adds a question.</summary>
    /// <returns>Its rows, in the order in which the statement gives them; empty until <see cref="RunAsync"/> has asked.</returns>
    public IReadOnlyList<T> Ask<T>(Question<T> question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var command = new NpgsqlBatchCommand(question.Sql);
        foreach (var value in question.Values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        commands.Add(command);
        List<T> rows = [];
        takers.Add(async (reader, ct) =>
        {
            while (await reader.ReadAsync(ct))
                rows.Add(question.Row(reader));
        });
        return rows;
    }

    /// <summary>Asks all of them at once.</summary>
    /// <param name="ct">Cancels.</param>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        batch.BatchCommands.Add(new(PlanOnce));
        commands.ForEach(batch.BatchCommands.Add);
        batch.BatchCommands.Add(new(PlanAsUsual));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        foreach (var take in takers)
        {
            await take(reader, ct);
            _ = await reader.NextResultAsync(ct);
        }
    }
}
