using Npgsql;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Benchmarks.Friday;

/// <summary>Looks every two seconds at what waits behind the scenes.</summary>
sealed class Waiting(SuiteProcess suite, FridayReport report)
{
    static readonly string[] Publishers = ["intake", "referral", "meeting"];
    static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    const string Oldest = "select coalesce(extract(epoch from now() - min(occurred_at)), 0)::float8 from outbox_messages where sent_at is null";

    // Those of the last ten minutes: what waits longer than that shows as ten minutes.
    const string Published = "select event_id, extract(epoch from now() - sent_at)::float8 from outbox_messages where sent_at > now() - interval '10 minutes'";

    const string Taken = "select event_id from inbox_messages where received_at > now() - interval '11 minutes'";

    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Period);
        while (!stop.IsCancellationRequested)
        {
            await SampleAsync();
            if (!await TickAsync(timer, stop))
                return;
        }
    }

    async Task SampleAsync()
    {
        double outbox = 0, queue = 0;
        var published = new Dictionary<Guid, double>();
        foreach (var service in Publishers)
        {
            outbox = Math.Max(outbox, (await RowsAsync(service, Oldest, row => row.GetDouble(0))).Single());
            foreach (var (id, age) in await RowsAsync(service, Published, row => (row.GetGuid(0), row.GetDouble(1))))
                published[id] = age;
        }

        foreach (var id in await RowsAsync("notification", Taken, row => row.GetGuid(0)))
            published.Remove(id);
        queue = published.Values.DefaultIfEmpty(0).Max();
        report.OutboxLag.Add(TimeSpan.FromSeconds(outbox));
        report.QueueAge.Add(TimeSpan.FromSeconds(queue));
    }

    async Task<List<T>> RowsAsync<T>(string service, string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(await suite.DatabaseAsync(service, CancellationToken.None));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }

    static async Task<bool> TickAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
