using Npgsql;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Imports;

/// <summary>What a merge changed, apart from the rows set aside.</summary>
readonly record struct MergeCounts(int Good, int Unlinked, int Added, int Ended, int Changed);

/// <summary>Turns staged rows into data and history by sets of rows, inside the caller's transaction.</summary>
/// <param name="connection">Connection of that transaction.</param>
/// <param name="import">Import whose rows are staged.</param>
/// <param name="now">When the rows become known.</param>
/// <param name="window">Days for which the file speaks; an end is counted as past on the first of them.</param>
sealed class Merge(NpgsqlConnection connection, Guid import, DateTimeOffset now, MergeWindow window)
{
    /// <summary>Two merges at once could each miss the persons or records the other brings.</summary>
    public static async Task LockAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(HouseholdLocks.Merge, connection) { CommandTimeout = 0 };
        _ = await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Compares the staged rows with the data; nothing of it changes yet.</summary>
    public async Task<MergeCounts> PrepareAsync(FeedLayout layout, CancellationToken ct)
    {
        _ = await RunAsync(MergeSql.Settings, null, ct);
        var statements = MergeStatements.Of(layout.Kind);
        foreach (var statement in statements.Prepare)
            await RunAsync(statement, layout, ct);
        return await CountAsync(window.Late ? statements.LateCount : statements.Count, layout, ct);
    }

    /// <summary>Merges the staged rows, with what follows: the resident register also links what waited for it.</summary>
    public async Task ApplyAsync(FeedLayout layout, CancellationToken ct)
    {
        var statements = MergeStatements.Of(layout.Kind);
        foreach (var statement in window.Late ? statements.LateApply : statements.Apply)
            await RunAsync(statement, layout, ct);
        foreach (var statement in statements.After)
            await RunAsync(statement, layout, ct);
    }

    /// <summary>Keeps the list of rows set aside.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> KeepRejectsAsync(FeedKind kind, CancellationToken ct) => await RunAsync(MergeStatements.Of(kind).KeepRejects, null, ct);

    /// <summary>The same bytes have the same rows set aside.</summary>
    public async Task RepeatRejectsAsync(Guid before, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "insert into import_rejects select $1, line, column_name, reason from import_rejects where import_id = $2", connection)
        {
            Parameters = { new() { Value = import }, new() { Value = before } },
        };
        _ = await command.ExecuteNonQueryAsync(ct);
    }

    async Task<int> RunAsync(string sql, FeedLayout? layout, CancellationToken ct)
    {
        await using var command = Command(sql, layout);
        return await command.ExecuteNonQueryAsync(ct);
    }

    async Task<MergeCounts> CountAsync(string sql, FeedLayout layout, CancellationToken ct)
    {
        await using var command = Command(sql, layout);
        await using var reader = await command.ExecuteReaderAsync(ct);
        _ = await reader.ReadAsync(ct);
        return new MergeCounts(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4));
    }

    // Named parameters: each statement uses some of them.
    NpgsqlCommand Command(string sql, FeedLayout? layout)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        var values = command.Parameters;
        Add("import", import);
        Add("now", now);
        Add("day", window.From);
        Add("until", window.Until);
        Add("next", window.Next);
        Add("feed", layout?.FeedId ?? "");
        Add("key_column", layout?.Key?.Column ?? "");
        Add("second_key_column", layout?.SecondKey?.Column ?? "");
        Add("role", layout?.Key?.Role ?? "");
        Add("second_role", layout?.SecondKey?.Role ?? "");
        Add("town_column", layout?.Area?.TownCode ?? "");
        Add("search_version", SearchForm.Version);
        return command;

        void Add(string name, object? value)
        {
            if (sql.Contains('@' + name))
                values.AddWithValue(name, value ?? DBNull.Value);
        }
    }
}
