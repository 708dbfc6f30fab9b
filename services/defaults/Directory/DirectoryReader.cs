using System.Data;
using Npgsql;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Sharing;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>Reads the service's tables into memory.</summary>
sealed class DirectoryReader(NpgsqlDataSource database, StaffDirectory directory) : IDisposable
{
    const string State = "select unbroken_since <= complete_from, confirmed_at from directory_state";
    const string Agreements = "select agency_id, scopes, starts_on, ends_on, ended_at from directory_agreements";
    const string Agencies = "select agency_id, kind from directory_agencies";
    const string Staff = "select staff_id, agency_id, roles, valid_until, suspended from directory_staff";

    const string Rules = "select number, basis, starts_on, recipients, meetings, approver_required, longest_hours, givers from directory_sharing_rules";

    // What was read earlier never takes the place of what was read later.
    readonly SemaphoreSlim _single = new(1, 1);

    /// <summary>Reads everything as it stood at one moment.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        await _single.WaitAsync(ct);
        try
        {
            directory.Replace(await SnapshotAsync(ct));
        }
        finally
        {
            _single.Release();
        }
    }

    public void Dispose() => _single.Dispose();

    async Task<DirectorySnapshot> SnapshotAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var state = await ListAsync(connection, State, row => (
            Complete: !row.IsDBNull(0) && row.GetBoolean(0), At: row.IsDBNull(1) ? default(DateTimeOffset?) : row.GetFieldValue<DateTimeOffset>(1)), ct);
        var agreements = (await ListAsync(connection, Agreements, row => (Agency: row.GetString(0), Agreement: Agreement(row)), ct))
            .ToLookup(row => row.Agency, row => row.Agreement, StringComparer.Ordinal);
        var agencies = await ListAsync(connection, Agencies, row =>
            new KnownAgency(new(row.GetString(0)), row.GetString(1), [.. agreements[row.GetString(0)]]), ct);
        var staff = await ListAsync(connection, Staff, row => KeyValuePair.Create(new StaffId(row.GetString(0)), Member(row)), ct);
        var rules = await ListAsync(connection, Rules, Rule, ct);
        return new(
            staff.ToDictionary(),
            agencies.ToDictionary(agency => agency.Id),
            state is [{ At: { } at }] ? at : null,
            state is [{ Complete: true }])
        {
            Sharing = new(rules),
        };
    }

    static SharingRule Rule(NpgsqlDataReader row) => new()
    {
        Number = row.GetInt32(0),
        Basis = Enum.Parse<GrantBasis>(row.GetString(1)),
        From = row.GetFieldValue<DateOnly>(2),
        Recipients = row.GetFieldValue<string[]>(3).ToHashSet(StringComparer.Ordinal),
        Meetings = row.GetBoolean(4),
        Approver = row.GetBoolean(5),
        Longest = row.IsDBNull(6) ? null : TimeSpan.FromHours(row.GetInt32(6)),
        Givers = RoleNames.Parse(row.GetFieldValue<string[]>(7)),
    };

    static KnownAgreement Agreement(NpgsqlDataReader row) => new(
        row.GetFieldValue<string[]>(1),
        row.GetFieldValue<DateOnly>(2),
        row.GetFieldValue<DateOnly>(3),
        row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4));

    static KnownStaff Member(NpgsqlDataReader row) => new(
        new(row.GetString(1)), RoleNames.Parse(row.GetFieldValue<string[]>(2)), row.GetFieldValue<DateTimeOffset>(3), row.GetBoolean(4));

    static async Task<List<T>> ListAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        var rows = new List<T>();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            rows.Add(read(reader));
        return rows;
    }
}
