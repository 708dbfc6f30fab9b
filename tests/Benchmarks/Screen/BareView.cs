using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.ServiceDefaults.Data;
using HouseholdDbContext = Tsunagu.Households.Data.HouseholdDbContext;

namespace Tsunagu.Tests.Benchmarks.Screen;

/// <summary>
/// Stands innermost and answers household views by itself: the rows of a view by prepared statements in one round trip, in the transaction and with the audit that
/// the service's own views have, and nothing made of them: no relations, flags or freshness.
/// </summary>
sealed class BareView(UnitOfWork<HouseholdDbContext> work) : Interceptor
{
    const string HouseholdRow = "select number from households where id = $1";

    const string ResidentRows =
        """
        select r.id, r.number, r.status, r.name, r.kana, r.former_family_name, r.alias, r.alias_kana, r.roman_name, r.sex, r.birth_date, r.relationship,
          r.postal_code, r.address, r.phone, r.nationality, r.relationship_codes, r.line, i.id, i.file_name
        from residents r join imports i on i.id = r.import_id
        where r.household_id = $1 and r.withdrawn_import_id is null
        order by r.position, r.number
        """;

    const string InvolvementRows =
        """
        select p.resident_id, p.role, v.feed_id, v.status, v.detail, v.start_date, v.end_date, v.line, i.id, i.file_name
        from residents r
        join involvement_persons p on p.resident_id = r.id
        join involvements v on v.id = p.involvement_id
        join imports i on i.id = v.import_id
        where r.household_id = $1 and r.withdrawn_import_id is null and v.withdrawn_import_id is null and not v.held
        """;

    const string FeedRows =
        """
        select f.feed_id, g.data_date, g.received_at
        from (select distinct feed_id from feed_revisions) f
        join lateral (
          select i.data_date, i.received_at from imports i
          where i.feed_id = f.feed_id and i.state in ('Applied', 'Unchanged')
          order by i.data_date desc, i.finished_at desc limit 1) g on true
        """;

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        request is GetHouseholdViewRequest view
            ? (TResponse)(object)await work.ReadAsync(context, (db, ct) => ReadAsync(db, view.HouseholdId, ct))
            : await continuation(request, context);

    static async Task<HouseholdView> ReadAsync(HouseholdDbContext db, string household, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection());
        var id = Guid.Parse(household);
        foreach (var sql in (string[])[HouseholdRow, ResidentRows, InvolvementRows])
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = id } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(FeedRows));
        await batch.PrepareAsync(ct);
        await using var rows = await batch.ExecuteReaderAsync(ct);

        var view = new HouseholdView { HouseholdId = household };
        while (await rows.ReadAsync(ct))
            view.HouseholdNumber = rows.GetString(0);
        await rows.NextResultAsync(ct);
        var members = new Dictionary<Guid, HouseholdMember>();
        while (await rows.ReadAsync(ct))
            view.Members.Add(members[rows.GetGuid(0)] = Member(rows, household));
        await rows.NextResultAsync(ct);
        while (await rows.ReadAsync(ct))
            members[rows.GetGuid(0)].Involvement.Add(InvolvementOf(rows));
        await rows.NextResultAsync(ct);
        while (await rows.ReadAsync(ct))
            view.Feeds.Add(new FeedFreshness { FeedId = rows.GetString(0), DataDate = Day(rows, 1), ReceivedAt = Timestamp.FromDateTime(rows.GetDateTime(2)) });
        return view;
    }

    static HouseholdMember Member(NpgsqlDataReader row, string household) => new()
    {
        Resident = new Resident
        {
            ResidentId = row.GetGuid(0).ToString(),
            ResidentNumber = row.GetString(1),
            HouseholdId = household,
            Status = (ResidentStatus)row.GetInt32(2),
            Name = row.GetString(3),
            Kana = row.GetString(4),
            FormerFamilyName = row.GetString(5),
            Alias = row.GetString(6),
            AliasKana = row.GetString(7),
            RomanName = row.GetString(8),
            Sex = (Sex)row.GetInt32(9),
            BirthDate = row.GetString(10),
            Relationship = row.GetString(11),
            PostalCode = row.GetString(12),
            Address = row.GetString(13),
            Phone = row.GetString(14),
            Nationality = row.GetString(15),
            RelationshipCodes = { row.GetFieldValue<string[]>(16) },
        },
        Source = SourceOf(row, 17),
    };

    static Involvement InvolvementOf(NpgsqlDataReader row) => new()
    {
        Role = row.GetString(1),
        FeedId = row.GetString(2),
        Status = row.GetString(3),
        Detail = row.GetString(4),
        StartDate = Day(row, 5),
        EndDate = Day(row, 6),
        Source = SourceOf(row, 7),
    };

    static Source SourceOf(NpgsqlDataReader row, int from) => new() { Line = row.GetInt32(from), ImportId = row.GetGuid(from + 1).ToString(), FileName = row.GetString(from + 2) };

    static string Day(NpgsqlDataReader row, int place) =>
        row.IsDBNull(place) ? "" : row.GetFieldValue<DateOnly>(place).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
