using System.Globalization;
using Npgsql;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Benchmarks.Imports;

/// <summary>Looks again and again at what the database does for the household service: where an import spends its time.</summary>
sealed class StatementSampler : IAsyncDisposable
{
    const string Look =
        """
        select left(regexp_replace(query, '\s+', ' ', 'g'), 100), coalesce(wait_event, '') from pg_stat_activity
        where usename = 'household_service' and state = 'active'
        """;

    const int Most = 15;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    readonly Dictionary<(string Statement, string Wait), int> seen = [];
    readonly CancellationTokenSource over = new();
    readonly NpgsqlConnection connection;
    readonly Task looking;
    int looks;

    StatementSampler(NpgsqlConnection connection)
    {
        this.connection = connection;
        looking = LookAsync();
    }

    public static async Task<StatementSampler> StartAsync(SuiteProcess suite)
    {
        var connection = new NpgsqlConnection(await suite.DatabaseAsync("household", CancellationToken.None));
        await connection.OpenAsync();
        return new StatementSampler(connection);
    }

    /// <summary>Ends it; the statements by the share of looks at which each was running, and what it waited for.</summary>
    public async Task<IReadOnlyList<string>> EndAsync()
    {
        await over.CancelAsync();
        await looking;
        return
        [
            .. seen.OrderByDescending(one => one.Value).Take(Most).Select(one =>
                string.Create(CultureInfo.InvariantCulture, $"{(double)one.Value / looks,6:P0} {one.Key.Wait,-20} {one.Key.Statement}")),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await looking;
        await connection.DisposeAsync();
        over.Dispose();
    }

    async Task LookAsync()
    {
        while (!over.IsCancellationRequested)
        {
            await using var command = new NpgsqlCommand(Look, connection);
            await using (var rows = await command.ExecuteReaderAsync())
            {
                while (await rows.ReadAsync())
                    seen[(rows.GetString(0), rows.GetString(1))] = seen.GetValueOrDefault((rows.GetString(0), rows.GetString(1))) + 1;
            }
            looks++;
            await Task.Delay(Pause);
        }
    }
}
