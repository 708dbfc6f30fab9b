using Npgsql;
using NpgsqlTypes;

namespace Tsunagu.Households.Linking;

/// <summary>Runs the statements of <see cref="LinkSql"/> inside the caller's transaction.</summary>
/// <param name="connection">With that transaction.</param>
/// <param name="now">From when on what is written is known.</param>
sealed class LinkWriter(NpgsqlConnection connection, DateTimeOffset now)
{
    /// <summary>Keeps whom the records of an import describe, and gives changed records back the links they had.</summary>
    public async Task KeepAsync(Guid import, string feed, CancellationToken ct)
    {
        foreach (var sql in new[] { LinkSql.KeepDescriptions, LinkSql.DropDescriptions })
            await RunAsync(sql, ct, new NpgsqlParameter("feed", feed), new NpgsqlParameter("import", import));
        await ApplyAsync(null, ct);
    }

    /// <summary>Makes the links of a record, or of all records, what readers see.</summary>
    public async Task ApplyAsync(Guid? record, CancellationToken ct)
    {
        foreach (var sql in LinkSql.Apply)
            await RunAsync(sql, ct, new NpgsqlParameter("record", NpgsqlDbType.Uuid) { Value = record is { } id ? id : DBNull.Value });
    }

    /// <summary>Gives the links of a feed up.</summary>
    public async Task ForgetAsync(string feed, CancellationToken ct)
    {
        foreach (var sql in LinkSql.Forget)
            await RunAsync(sql, ct, new NpgsqlParameter("feed", feed));
    }

    async Task RunAsync(string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        // A statement takes those that it names.
        foreach (var parameter in parameters.Append(new("now", now)).Where(p => sql.Contains($"@{p.ParameterName}", StringComparison.Ordinal)))
            _ = command.Parameters.Add(parameter);
        _ = await command.ExecuteNonQueryAsync(ct);
    }
}
