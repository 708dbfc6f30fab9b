using Npgsql;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>Looks into the databases: everything acknowledged is there, nothing twice, nothing waits.</summary>
sealed class Vault(SuiteProcess suite, Ledger ledger)
{
    static readonly string[] Services = ["household", "intake", "referral", "meeting", "notification"];

    /// <summary>What still waits to be published, sealed or delivered.</summary>
    public async Task<long> WaitingAsync(CancellationToken ct)
    {
        long waiting = 0;
        foreach (var service in Services)
            waiting += (await RowsAsync(service, "select count(*)::text from outbox_messages where sent_at is null", ct)).Sum(row => long.Parse(row[0], null));
        var pending = await RowsAsync("notification", "select count(*)::text from deliveries where state = 'Pending'", ct);
        return waiting + pending.Sum(row => long.Parse(row[0], null));
    }

    public async Task<List<string>> FaultsAsync(CancellationToken ct)
    {
        List<string> faults = [];
        foreach (var service in Services)
            faults.AddRange(await MessagesAsync(service, ct));
        faults.AddRange(await ReferralsAsync(ct));
        faults.AddRange(await ActsAsync(ct));
        faults.AddRange(await NewsAsync(ct));
        faults.AddRange(await AlikeAsync("intake", "consultations", "select id::text from consultations", ledger.Consultations, ct));
        faults.AddRange(await AlikeAsync("intake", "cases", "select consultation_id::text from cases", ledger.Consultations, ct));
        faults.AddRange(await AlikeAsync(
            "meeting", "decisions", "select m.id::text from meetings m join decisions d on d.meeting_id = m.id", [.. ledger.Meetings.Select(meeting => meeting.Id)], ct));
        return faults;
    }

    /// <summary>The events of each aggregate are 1, 2, 3 ...; no message and no act waits, no write is without its answer.</summary>
    async Task<IEnumerable<string>> MessagesAsync(string service, CancellationToken ct) =>
        (await RowsAsync(
            service,
            """
            select 'outbox of ' || aggregate_id from outbox_messages group by aggregate_id having min(sequence) <> 1 or max(sequence) <> count(*)
            union all select 'waits in the outbox: ' || event_id from outbox_messages where sent_at is null and occurred_at < now() - interval '10 seconds'
            union all select 'write without an answer: ' || request_id from idempotent_requests where response is null
            union all select 'audit log ' || count(*) || ' of ' || max(sequence) from audit_log having count(*) <> max(sequence)
            limit 20
            """,
            ct)).Select(row => $"{service}: {row[0]}");

    async Task<IEnumerable<string>> ReferralsAsync(CancellationToken ct)
    {
        var stored = (await RowsAsync(
            "referral",
            "select id::text, state || ' ' || sequence || ' ' || (select count(*) from referral_steps s where s.referral_id = r.id) from referrals r",
            ct)).ToDictionary(row => row[0], row => row[1].ToUpperInvariant());
        return Differ("referrals", stored, ledger.Referrals.ToDictionary(one => one.Id, one => $"{one.State} {one.Events.Count} {one.Events.Count + 1}"));
    }

    /// <summary>Each acknowledged command is on record once as done; repeats and refusals are recorded as what they are.</summary>
    async Task<IEnumerable<string>> ActsAsync(CancellationToken ct)
    {
        var stored = (await RowsAsync(
            "referral",
            "select substr(subject, 10), count(*)::text from audit_log, unnest(subjects) subject where outcome = 'OK' and subject like 'referral:%' group by subject",
            ct)).ToDictionary(row => row[0], row => row[1]);
        return Differ("acts", stored, ledger.Referrals.ToDictionary(one => one.Id, one => $"{one.Events.Count + 1}"));
    }

    async Task<IEnumerable<string>> NewsAsync(CancellationToken ct)
    {
        var stored = (await RowsAsync(
            "notification", "select referral_id::text, count(*) || ' ' || max(sequence) from referral_events group by referral_id", ct)).ToDictionary(row => row[0], row => row[1]);
        var expected = ledger.Referrals.Where(one => one.Events.Count > 0).ToDictionary(one => one.Id, one => $"{one.Events.Count} {one.Events.Count}");
        var undelivered = await RowsAsync("notification", "select id || ' ' || state from deliveries where state <> 'Delivered' limit 20", ct);
        return [.. Differ("news", stored, expected), .. undelivered.Select(row => $"delivery {row[0]}")];
    }

    async Task<IEnumerable<string>> AlikeAsync(string service, string what, string sql, IEnumerable<string> expected, CancellationToken ct)
    {
        var stored = (await RowsAsync(service, sql, ct)).GroupBy(row => row[0]).ToDictionary(group => group.Key, group => $"{group.Count()}");
        return Differ(what, stored, expected.ToDictionary(id => id, _ => "1"));
    }

    static IEnumerable<string> Differ(string what, Dictionary<string, string> stored, Dictionary<string, string> expected) =>
        stored.Keys.Union(expected.Keys)
            .Where(id => stored.GetValueOrDefault(id) != expected.GetValueOrDefault(id))
            .Select(id => $"{what}: {id} is stored as [{stored.GetValueOrDefault(id)}], acknowledged as [{expected.GetValueOrDefault(id)}]");

    async Task<List<string[]>> RowsAsync(string service, string sql, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(await suite.DatabaseAsync(service, ct));
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<string[]> rows = [];
        while (await reader.ReadAsync(ct))
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetString(column))]);
        return rows;
    }
}
