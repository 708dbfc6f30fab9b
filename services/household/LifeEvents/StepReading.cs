using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Imports;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.LifeEvents;

/// <summary>Reads what happened from one file of a feed to the next, inside the caller's transaction.</summary>
sealed class StepReading(HouseholdDbContext db, FeedLayout layout, IReadOnlyCollection<int> ages)
{
    readonly NpgsqlConnection connection = (NpgsqlConnection)db.Database.GetDbConnection();

    /// <summary>The latest data date of the feed; null before its first file.</summary>
    public Task<DateOnly?> LatestAsync(CancellationToken ct) => Files().MaxAsync(i => (DateOnly?)i.DataDate, ct);

    /// <summary>What the file of a day shows; nothing for the first file of a feed, which tells a state and no change.</summary>
    public async Task<IReadOnlyList<FoundEvent>> ReadAsync(DateOnly day, CancellationToken ct)
    {
        if (await SetAsideAsync(day, ct) is not { } setAside
            || await Files().Where(i => i.DataDate < day).MaxAsync(i => (DateOnly?)i.DataDate, ct) is not { } before)
            return [];
        var step = new LifeStep(before, day, setAside <= await SetAsideAsync(before, ct));
        if (layout.Kind == FeedKind.Residents)
            return [.. RegisterEvents.Of(await RegisterAsync(step, ct)), .. await AgesAsync(step, ct)];
        return layout.Kind == FeedKind.Involvement ? await EntitlementsAsync(step, ct) : [];
    }

    IQueryable<FeedImport> Files() =>
        db.Imports.AsNoTracking().Where(i => i.FeedId == layout.FeedId && SnapshotPlace.Confirmed.Contains(i.State));

    // Rows set aside of the file that counts for a day; those that only wait for their person are kept.
    Task<int?> SetAsideAsync(DateOnly day, CancellationToken ct) =>
        Files().Where(i => i.DataDate == day)
            .OrderByDescending(i => i.FinishedAt)
            .Select(i => (int?)db.Rejects.Count(r => r.ImportId == i.Id && r.Reason != RejectReasons.KeyUnknown))
            .FirstOrDefaultAsync(ct);

    async Task<RegisterStep> RegisterAsync(LifeStep step, CancellationToken ct)
    {
        var differences = new List<RegisterDifference>();
        await using (var command = Command(StepSql.RegisterDifferences, ("day", step.To)))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                differences.Add(new(reader.GetGuid(0), PartialDate.Parse(reader.GetString(1)), Row(reader, 2), Row(reader, 8))
                {
                    Earlier = reader.IsDBNull(14) ? null : (ResidentStatus)reader.GetInt32(14),
                });
            }
        }
        var households = differences.SelectMany(d => new[] { d.Before?.HouseholdId, d.After?.HouseholdId }).OfType<Guid>().Distinct().ToArray();
        var (before, after) = (new List<HouseholdSeat>(), new List<HouseholdSeat>());
        await using (var command = Command(StepSql.Seats, ("day", step.To), ("households", households), ("current", (int)ResidentStatus.Current)))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                var seat = new HouseholdSeat(reader.GetGuid(0), reader.GetGuid(1), Kinship.IsHead(reader.GetFieldValue<string[]>(2)));
                if (reader.GetBoolean(3))
                    before.Add(seat);
                if (reader.GetBoolean(4))
                    after.Add(seat);
            }
        }
        return new RegisterStep(step, differences, before, after);
    }

    static RegisterRow? Row(NpgsqlDataReader reader, int first) => reader.IsDBNull(first) ? null : new RegisterRow
    {
        HouseholdId = reader.GetGuid(first),
        Status = (ResidentStatus)reader.GetInt32(first + 1),
        Name = reader.GetString(first + 2),
        Address = reader.GetString(first + 3),
        Relationship = reader.GetFieldValue<string[]>(first + 4),
        ChangedOn = reader.IsDBNull(first + 5) ? null : reader.GetFieldValue<DateOnly>(first + 5),
    };

    async Task<List<FoundEvent>> AgesAsync(LifeStep step, CancellationToken ct)
    {
        var reached = AgesReached.Between(step.From, step.To, ages).ToLookup(r => r.Born);
        var found = new List<FoundEvent>();
        await using var command = Command(
            StepSql.BornOn, ("day", step.To), ("births", reached.Select(r => r.Key).ToArray()), ("current", (int)ResidentStatus.Current));
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            found.AddRange(reached[reader.GetString(2)].Select(r => new FoundEvent
            {
                ResidentId = reader.GetGuid(0),
                Kind = LifeEventKind.AgeReached,
                HouseholdId = reader.GetGuid(1),
                OccurredOn = r.On,
                Age = r.Age,
            }));
        }
        return found;
    }

    async Task<List<FoundEvent>> EntitlementsAsync(LifeStep step, CancellationToken ct)
    {
        var found = new List<FoundEvent>();
        var states = new List<EntitlementState>();
        (Guid Resident, string Role, Guid Household)? person = null;
        await using var command = Command(StepSql.Entitlements, ("feed", layout.FeedId), ("before", step.From), ("day", step.To));
        await using var reader = await command.ExecuteReaderAsync(ct);
        // One person at a time: in a yearly renewal everybody is touched.
        while (await reader.ReadAsync(ct))
        {
            var next = (reader.GetGuid(0), reader.GetString(1), reader.GetGuid(2));
            if (next != person)
                Conclude();
            person = next;
            states.Add(State(reader));
        }
        Conclude();
        return found;

        void Conclude()
        {
            if (person is { } of && EntitlementEvents.Of(states, step, layout.ClosedStatuses) is { } change)
                found.Add(new()
                {
                    ResidentId = of.Resident,
                    Kind = change.Kind,
                    HouseholdId = of.Household,
                    OccurredOn = change.OccurredOn,
                    Role = of.Role,
                });
            states.Clear();
        }
    }

    static EntitlementState State(NpgsqlDataReader reader) => new()
    {
        RecordId = reader.GetGuid(3),
        Status = reader.GetString(4),
        EndedStatus = reader.IsDBNull(5) ? null : reader.GetString(5),
        Start = reader.IsDBNull(6) ? null : reader.GetFieldValue<DateOnly>(6),
        End = reader.IsDBNull(7) ? null : reader.GetFieldValue<DateOnly>(7),
        Before = reader.GetBoolean(8),
        After = reader.GetBoolean(9),
    };

    NpgsqlCommand Command(string sql, params (string Name, object Value)[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var (name, value) in values)
            _ = command.Parameters.AddWithValue(name, value);
        return command;
    }
}
