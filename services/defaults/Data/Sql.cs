using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>The statements that every transaction needs, sent on the context's own connection and transaction.</summary>
static class Sql
{
    public static async Task SetSessionAsync(DbContext db, SessionContext session, CancellationToken ct)
    {
        await using var command = Command(db, session.Sql, session.Principal, session.Staff, session.Agency, session.Purpose);
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task SetSessionAsync(NpgsqlConnection connection, SessionContext session, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(session.Sql, connection)
        {
            Parameters =
            {
                new() { Value = session.Principal }, new() { Value = session.Staff },
                new() { Value = session.Agency }, new() { Value = session.Purpose },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    public static NpgsqlCommand Command(DbContext db, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection())
        {
            Transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction(),
        };
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
