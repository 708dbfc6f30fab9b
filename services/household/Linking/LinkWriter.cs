using Npgsql;
using NpgsqlTypes;

namespace Tsunagu.Households.Linking;

/// <summary>Runs the statements of <see cref="LinkSql"/> inside the caller's transaction.</summary>
static class LinkWriter
{
    /// <summary>Keeps whom the records of an import describe, and gives changed records back the links they had.</summary>
    public static async Task KeepAsync(NpgsqlConnection connection, Guid import, string feed, CancellationToken ct)
    {
        foreach (var sql in new[] { LinkSql.KeepDescriptions, LinkSql.DropDescriptions })
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            _ = command.Parameters.AddWithValue("feed", feed);
            if (sql.Contains("@import"))
                _ = command.Parameters.AddWithValue("import", import);
            _ = await command.ExecuteNonQueryAsync(ct);
        }
        await ApplyAsync(connection, null, ct);
    }

    /// <summary>Makes the links of a record, or of all records, what readers see.</summary>
    public static async Task ApplyAsync(NpgsqlConnection connection, Guid? record, CancellationToken ct)
    {
        foreach (var sql in LinkSql.Apply)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            _ = command.Parameters.Add(new NpgsqlParameter("record", NpgsqlDbType.Uuid) { Value = record is { } id ? id : DBNull.Value });
            _ = await command.ExecuteNonQueryAsync(ct);
        }
    }
}
