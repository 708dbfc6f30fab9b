namespace Tsunagu.Households.Imports;

/// <summary>
/// Statements of the merge of a department's file older than one that is known, in order. It speaks for the days until that one: nothing
/// that is current changes but since when it holds.
/// </summary>
static class InvolvementHistorySql
{
    /// <inheritdoc cref="InvolvementSql.Count" />
    public const string Count =
        $"""
        with live as (
          select v.record_key, v.occurrence, v.hash, v.end_date from involvements v
          where v.feed_id = @feed and v.withdrawn_import_id is null and not v.held and v.valid_from <= @day
          union all
          select v.record_key, v.occurrence, o.hash, o.end_date
          from involvements v join involvement_versions o on o.involvement_id = v.id
          where v.feed_id = @feed and o.known_to = 'infinity' and o.valid_from <= @day and o.valid_to > @day and not exists (
            select from involvement_version_persons p where p.version_id = o.id and p.resident_id is null)),
        {InvolvementSql.CountFromLive}
        """;

    public static readonly string[] Apply =
    [
        MergeSql.WithoutLoops(
            $"""
            insert into involvements (id, feed_id, record_key, occurrence, {InvolvementSql.Content}, held, first_import_id, valid_from, known_from,
              withdrawn_import_id)
            select s.id, @feed, s.record_key, s.occurrence, {InvolvementSql.Staged}, false, @import, @day, @now, @next
            from staged_involvements s
            where s.import_id = @import and s.occurrence is not null and not exists (
              select from involvements v where v.feed_id = @feed and v.record_key = s.record_key and v.occurrence = s.occurrence)
            """),
        InvolvementSql.KeepHistory,
        """
        update involvements v set valid_from = @until, known_from = @now
        where v.feed_id = @feed and v.withdrawn_import_id is null and v.valid_from <= @day and not exists (
          select from staged_involvements s
          where s.import_id = @import and s.record_key = v.record_key and s.occurrence = v.occurrence and s.hash = v.hash)
        """,
        $"""
        with outdated as (
          update involvement_versions o set known_to = @now
          from involvements v
          left join staged_involvements s on s.import_id = @import and s.record_key = v.record_key and s.occurrence = v.occurrence
          where v.feed_id = @feed and o.involvement_id = v.id and o.known_to = 'infinity' and o.valid_from <= @day and o.valid_to > @day
            and (s.hash is null or s.hash <> o.hash)
          returning o.*),
        kept as (
          insert into involvement_versions (involvement_id, {InvolvementSql.Content}, valid_from, valid_to, known_from, known_to)
          select o.involvement_id, {InvolvementSql.Content}, t.*, @now, 'infinity'::timestamptz from outdated o
          cross join lateral (values (o.valid_from, @day), (@until, o.valid_to)) t (holds, ends)
          where t.holds < t.ends
          returning id, involvement_id)
        insert into involvement_version_persons (version_id, role, resident_number, resident_id)
        select k.id, p.role, p.resident_number, p.resident_id
        from kept k
        join outdated o on o.involvement_id = k.involvement_id
        join involvement_version_persons p on p.version_id = o.id
        """,
        MergeSql.WithoutLoops(
            $"""
            with told as (
              select v.id as involvement_id, s.*
              from staged_involvements s
              join involvements v on v.feed_id = @feed and v.record_key = s.record_key and v.occurrence = s.occurrence
              where s.import_id = @import
                and not (v.withdrawn_import_id is null and v.valid_from <= @day)
                and not exists (
                  select from involvement_versions o
                  where o.involvement_id = v.id and o.known_to = 'infinity' and o.valid_from <= @day and o.valid_to > @day)),
            kept as (
              insert into involvement_versions (involvement_id, {InvolvementSql.Content}, valid_from, valid_to, known_from, known_to)
              select s.involvement_id, {InvolvementSql.Staged}, @day, @until, @now, 'infinity'::timestamptz from told s
              returning id, involvement_id)
            insert into involvement_version_persons (version_id, role, resident_number, resident_id)
            select k.id, p.role, p.number, r.id
            from kept k
            join told t on t.involvement_id = k.involvement_id
            cross join lateral (values (@role, t.key1), (@second_role, t.key2)) p (role, number)
            left join residents r on r.number = p.number
            where p.number is not null
            """),
    ];
}
