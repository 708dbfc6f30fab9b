using Npgsql;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Benchmarks.Imports;

/// <summary>The data of a suite's household service.</summary>
static class HouseholdData
{
    // What a first file of a large town leaves to be looked at takes its time on a busy machine.
    const int QuietSeconds = 600;

    /// <summary>Waits until nothing of what was imported is left to be linked or looked at: whatever is measured next would share the machine with it.</summary>
    public static async Task QuietAsync(SuiteProcess suite)
    {
        await using var connection = await OpenAsync(suite);
        await using var command = new NpgsqlCommand("select count(*) from schedules where kind in ('linking', 'life-events')", connection);
        await Eventually.GetAsync(command.ExecuteScalarAsync, waiting => waiting is 0L, QuietSeconds);
    }

    /// <summary>Removes everything that files brought; definitions of feeds stay.</summary>
    public static async Task EmptyAsync(SuiteProcess suite)
    {
        await QuietAsync(suite);
        await using var connection = await OpenAsync(suite);
        await using var command = new NpgsqlCommand(
            "truncate imports, import_rejects, kept_files, kept_chunks, households, residents, involvements, staged_residents, staged_involvements cascade", connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Removes what updates left behind, makes the statistics anew and writes everything down, as the server does in quiet hours.</summary>
    public static async Task TidyAsync(SuiteProcess suite)
    {
        await QuietAsync(suite);
        await using var connection = await OpenAsync(suite);
        await using var command = new NpgsqlCommand("vacuum analyze", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
        // A server that has run for a while writes its log over files of before; a new one makes each when it comes to it, and who commits then waits for it.
        command.CommandText = "checkpoint";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>household_ids, as many as there are.</summary>
    public static async Task<IReadOnlyList<string>> HouseholdsAsync(SuiteProcess suite)
    {
        await using var connection = await OpenAsync(suite);
        await using var command = new NpgsqlCommand("select id::text from households order by id", connection);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> ids = [];
        while (await reader.ReadAsync())
            ids.Add(reader.GetString(0));
        return ids;
    }

    static async Task<NpgsqlConnection> OpenAsync(SuiteProcess suite)
    {
        var connection = new NpgsqlConnection(await suite.DatabaseAsync("household", CancellationToken.None));
        await connection.OpenAsync();
        return connection;
    }
}
