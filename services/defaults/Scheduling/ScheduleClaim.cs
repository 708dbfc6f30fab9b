using Npgsql;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Scheduling;

/// <summary>A schedule that this transaction holds: no other replica sees it until the transaction ends.</summary>
/// <param name="Id">The schedule.</param>
/// <param name="Kind">Its job.</param>
/// <param name="Key">What it is about.</param>
/// <param name="Attempts">Attempts that failed.</param>
sealed record ScheduleClaim(Guid Id, string Kind, string Key, int Attempts)
{
    const string Due =
        "select id, kind, key, attempts from schedules where kind = any($1) and due_at < $2 order by due_at limit 1 for update skip locked";

    const string Again = "select id, kind, key, attempts from schedules where id = $1 for update skip locked";

    const string Remove = "delete from schedules where id = $1";

    const string PutOff = "update schedules set attempts = attempts + 1, last_error = $2, due_at = $3 where id = $1";

    const string Next = "select min(due_at) from schedules where kind = any($1)";

    /// <summary>Claims what has been due longest; null when nothing is.</summary>
    public static Task<ScheduleClaim?> TakeAsync(ServiceDbContext db, string[] kinds, DateTimeOffset now, CancellationToken ct) =>
        ReadAsync(Sql.Command(db, Due, kinds, now), ct);

    /// <summary>Claims it once more after a failure; null when another replica has it now.</summary>
    public Task<ScheduleClaim?> TakeAgainAsync(ServiceDbContext db, CancellationToken ct) => ReadAsync(Sql.Command(db, Again, Id), ct);

    public async Task RemoveAsync(ServiceDbContext db, CancellationToken ct)
    {
        await using var command = Sql.Command(db, Remove, Id);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task PutOffAsync(ServiceDbContext db, string error, DateTimeOffset until, CancellationToken ct)
    {
        await using var command = Sql.Command(db, PutOff, Id, error, until);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>When the next one falls due; null when there is none.</summary>
    public static async Task<DateTimeOffset?> NextAsync(ServiceDbContext db, string[] kinds, CancellationToken ct)
    {
        await using var command = Sql.Command(db, Next, [kinds]);
        return await command.ExecuteScalarAsync(ct) is DateTime next ? new DateTimeOffset(next) : null;
    }

    static async Task<ScheduleClaim?> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var disposing = command;
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3))
            : null;
    }
}
