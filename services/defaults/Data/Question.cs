using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>A statement that reads, and what becomes of its rows; asked alone or with others in a <see cref="ReadBatch"/>.</summary>
/// <typeparam name="T">What a row becomes.</typeparam>
/// <param name="Sql">The statement, with <c>$1</c>, <c>$2</c> … for the values.</param>
/// <param name="Row">Reads the row on which the reader stands.</param>
/// <param name="Values">Values by place; none is null.</param>
public sealed record Question<T>(string Sql, Func<NpgsqlDataReader, T> Row, params object[] Values)
{
    /// <summary>Asks it alone.</summary>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<T>> AskAsync(DbContext db, CancellationToken ct)
    {
        var batch = new ReadBatch(db);
        var rows = batch.Ask(this);
        await batch.RunAsync(ct);
        return rows;
    }
}
