using Tsunagu.Households.Searching;

namespace Tsunagu.Households.Imports;

/// <summary>
/// Statements of the merge of a register older than one that is known, in order. It speaks for the days until that one: nothing that is
/// current changes but since when it holds.
/// </summary>
static class ResidentHistorySql
{
    /// <inheritdoc cref="ResidentSql.Count" />
    public const string Count =
        $"""
        with live as (
          select r.number, r.hash from residents r where r.withdrawn_import_id is null and r.valid_from <= @day
          union all
          select r.number, v.hash from resident_versions v join residents r on r.id = v.resident_id
          where v.known_to = 'infinity' and v.valid_from <= @day and v.valid_to > @day)
        {ResidentSql.CountFromLive}
        """;

    public static readonly string[] Apply =
    [
        ResidentSql.KeepHouseholds,
        $"""
        insert into residents (id, number, {ResidentSql.Content}, first_import_id, valid_from, known_from,
          withdrawn_import_id)
        select s.id, s.number, {ResidentSql.Staged}, @import, @day, @now, @next
        from staged_residents s join households h on h.number = s.household_number
        where s.import_id = @import and s.reject_reason is null
        on conflict (number) do nothing
        """,
        ResidentSearchSql.KeepEarlier,
        ResidentSearchSql.Write,
        ResidentSql.KeepHistory,
        """
        update residents r set valid_from = @until, known_from = @now
        where r.withdrawn_import_id is null and r.valid_from <= @day and not exists (
          select from staged_residents s
          where s.import_id = @import and s.reject_reason is null and s.number = r.number and s.hash = r.hash)
        """,
        $"""
        with outdated as (
          update resident_versions v set known_to = @now
          from residents r
          left join staged_residents s on s.import_id = @import and s.reject_reason is null and s.number = r.number
          where r.id = v.resident_id and v.known_to = 'infinity' and v.valid_from <= @day and v.valid_to > @day
            and (s.hash is null or s.hash <> v.hash)
          returning v.*)
        insert into resident_versions (resident_id, {ResidentSql.Content}, valid_from, valid_to, known_from, known_to)
        select o.resident_id, {ResidentSql.Content}, t.*, @now, 'infinity'::timestamptz from outdated o
        cross join lateral (values (o.valid_from, @day), (@until, o.valid_to)) t (holds, ends)
        where t.holds < t.ends
        """,
        MergeSql.WithoutLoops(
            $"""
            insert into resident_versions (resident_id, {ResidentSql.Content}, valid_from, valid_to, known_from, known_to)
            select r.id, {ResidentSql.Staged}, @day, @until, @now, 'infinity'::timestamptz
            from staged_residents s
            join households h on h.number = s.household_number
            join residents r on r.number = s.number
            where s.import_id = @import and s.reject_reason is null
              and not (r.withdrawn_import_id is null and r.valid_from <= @day)
              and not exists (
                select from resident_versions v
                where v.resident_id = r.id and v.known_to = 'infinity' and v.valid_from <= @day and v.valid_to > @day)
            """),
    ];
}
