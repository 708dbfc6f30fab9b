using Npgsql;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households.Protections;

/// <summary>Reads what hides residents, as one transaction sees it: of whoever may read protections.</summary>
static class HidingReading
{
    const string Columns = "p.feed_id, p.resident_number, p.start_date, p.end_date, p.listed, p.told_by";

    const string OfResidents = $"select r.id, {Columns} from residents r join {HidingSql.Spans} p on p.resident_number = r.number where r.id = any($1)";

    // Also what hides somebody because of who lives in the household, as the shield has it.
    const string OfHousehold =
        $"""
        {OfResidents}
        union all
        select r.id, {Columns}
        from residents r
        join residents o on o.household_id = r.household_id and o.id <> r.id and o.status = 0 and o.withdrawn_import_id is null
        join {HidingSql.Spans} p on p.resident_number = o.number
        where r.id = any($1)
        """;

    // Everybody's, in an order that tells nothing, page by page of residents.
    const string OfEverybody =
        $"""
        with page as (
          select r.id, r.number from residents r
          where r.id > $1 and r.number in (
            select p.resident_number from {HidingSql.Spans} p where p.start_date is null or p.start_date <= $2)
          order by r.id limit $3)
        select r.id, {Columns} from page r join {HidingSql.Spans} p on p.resident_number = r.number order by r.id
        """;

    // Of people whom the register knows or not, by number alone.
    const string OfNumbers = $"select '00000000-0000-0000-0000-000000000000'::uuid, {Columns} from {HidingSql.Spans} p";

    /// <summary>What names the residents themselves.</summary>
    public static async Task<ILookup<Guid, HidingSpan>> OwnAsync(HouseholdDbContext db, IReadOnlyCollection<Guid> residents, CancellationToken ct) =>
        (await new Question<HidingSpan>(OfResidents, Read, residents.ToArray()).AskAsync(db, ct)).ToLookup(s => s.ResidentId);

    /// <summary>What hides a resident, by the resident's own name or by somebody's of the household.</summary>
    public static Task<IReadOnlyList<HidingSpan>> AroundAsync(HouseholdDbContext db, Guid resident, CancellationToken ct) =>
        new Question<HidingSpan>(OfHousehold, Read, new[] { resident }).AskAsync(db, ct);

    /// <summary>Residents whom a measure of their own hides, after one of them.</summary>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="after">The resident after whom the page begins.</param>
    /// <param name="today">Day of Japan.</param>
    /// <param name="size">Most residents.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<HiddenPerson>> PageAsync(HouseholdDbContext db, Guid after, DateOnly today, int size, CancellationToken ct) =>
        HiddenPerson.Of(await new Question<HidingSpan>(OfEverybody, Read, after, today, size).AskAsync(db, ct), s => s.ResidentId);

    /// <summary>Everybody who is named, also people whom the register does not know.</summary>
    public static async Task<IReadOnlyList<HiddenPerson>> EverybodyAsync(HouseholdDbContext db, CancellationToken ct) =>
        HiddenPerson.Of(await new Question<HidingSpan>(OfNumbers, Read).AskAsync(db, ct), s => s.Number);

    static HidingSpan Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        new ProtectionSpan(
            row.IsDBNull(3) ? null : row.GetFieldValue<DateOnly>(3), row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4), row.GetBoolean(5)),
        row.GetGuid(6));
}
