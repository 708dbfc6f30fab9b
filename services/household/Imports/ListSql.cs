namespace Tsunagu.Households.Imports;

/// <summary>
/// Statements of the merge of a list whose rows stand for themselves, unlike records, which have persons beside them. What is current lies in one table,
/// every other state in its versions, as for the register.
/// </summary>
/// <param name="table">Table of what is current.</param>
/// <param name="versions">Table of its versions.</param>
/// <param name="owner">Column by which a version names its row.</param>
/// <param name="staged">Table in which a file is staged. Rows with an occurrence are merged, whether they are set aside or not.</param>
/// <param name="columns">What a row tells; named alike in all three.</param>
/// <param name="end">Expression of its last day, in terms of those columns.</param>
sealed class ListSql(string table, string versions, string owner, string staged, string[] columns, string end)
{
    public string KeepRejects => MergeSql.KeepRejects(staged);

    /// <summary>Numbers rows of one key.</summary>
    public string Number =>
        $"""
        update {staged} s set occurrence = n.occurrence
        from (
          select line, row_number() over (partition by record_key order by line) as occurrence
          from {staged} where import_id = @import and record_key is not null) n
        where s.import_id = @import and s.line = n.line
        """;

    /// <inheritdoc cref="MergeStatements.Count" />
    public string Count =>
        $"""
        with live as (
          select record_key, occurrence, hash, {end} as last_day from {table} where feed_id = @feed and withdrawn_import_id is null),
        {CountFromLive}
        """;

    /// <inheritdoc cref="MergeStatements.LateCount" />
    public string LateCount =>
        $"""
        with told as (
          select v.record_key, v.occurrence, v.hash, {Of("v")} from {table} v
          where v.feed_id = @feed and v.withdrawn_import_id is null and v.valid_from <= @day
          union all
          select v.record_key, v.occurrence, o.hash, {Of("o")} from {table} v join {versions} o on o.{owner} = v.id
          where v.feed_id = @feed and o.known_to = 'infinity' and o.valid_from <= @day and o.valid_to > @day),
        live as (select record_key, occurrence, hash, {end} as last_day from told),
        {CountFromLive}
        """;

    public IReadOnlyList<string> Apply =>
    [
        KeepHistory,
        $"""
        update {table} v set withdrawn_import_id = @import
        where v.feed_id = @feed and v.withdrawn_import_id is null and not exists (
          select from {staged} s where s.import_id = @import and s.occurrence = v.occurrence and s.record_key = v.record_key)
        """,
        $"""
        update {table} v set {string.Join(", ", columns.Select(c => $"{c} = s.{c}"))},
          line = s.line, hash = s.hash, import_id = @import, valid_from = @day, known_from = @now, withdrawn_import_id = null
        from {staged} s
        where s.import_id = @import and v.feed_id = @feed
          and s.record_key = v.record_key and s.occurrence = v.occurrence and (s.hash <> v.hash or v.withdrawn_import_id is not null)
        """,
        MergeSql.WithoutLoops(
            $"""
            insert into {table} (id, feed_id, record_key, occurrence, {Content}, first_import_id, valid_from, known_from)
            select s.id, @feed, s.record_key, s.occurrence, {Staged}, @import, @day, @now
            from {staged} s
            where s.import_id = @import and s.occurrence is not null and not exists (
              select from {table} v where v.feed_id = @feed and v.record_key = s.record_key and v.occurrence = s.occurrence)
            """),
    ];

    public IReadOnlyList<string> LateApply =>
    [
        MergeSql.WithoutLoops(
            $"""
            insert into {table} (id, feed_id, record_key, occurrence, {Content}, first_import_id, valid_from, known_from, withdrawn_import_id)
            select s.id, @feed, s.record_key, s.occurrence, {Staged}, @import, @day, @now, @next
            from {staged} s
            where s.import_id = @import and s.occurrence is not null and not exists (
              select from {table} v where v.feed_id = @feed and v.record_key = s.record_key and v.occurrence = s.occurrence)
            """),
        KeepHistory,
        $"""
        update {table} v set valid_from = @until, known_from = @now
        where v.feed_id = @feed and v.withdrawn_import_id is null and v.valid_from <= @day and not exists (
          select from {staged} s
          where s.import_id = @import and s.record_key = v.record_key and s.occurrence = v.occurrence and s.hash = v.hash)
        """,
        $"""
        with outdated as (
          update {versions} o set known_to = @now
          from {table} v
          left join {staged} s on s.import_id = @import and s.record_key = v.record_key and s.occurrence = v.occurrence
          where v.feed_id = @feed and o.{owner} = v.id and o.known_to = 'infinity' and o.valid_from <= @day and o.valid_to > @day
            and (s.hash is null or s.hash <> o.hash)
          returning o.*)
        insert into {versions} ({owner}, {Content}, valid_from, valid_to, known_from, known_to)
        select o.{owner}, {Content}, t.*, @now, 'infinity'::timestamptz from outdated o
        cross join lateral (values (o.valid_from, @day), (@until, o.valid_to)) t (holds, ends)
        where t.holds < t.ends
        """,
        MergeSql.WithoutLoops(
            $"""
            insert into {versions} ({owner}, {Content}, valid_from, valid_to, known_from, known_to)
            select v.id, {Staged}, @day, @until, @now, 'infinity'::timestamptz
            from {staged} s
            join {table} v on v.feed_id = @feed and v.record_key = s.record_key and v.occurrence = s.occurrence
            where s.import_id = @import
              and not (v.withdrawn_import_id is null and v.valid_from <= @day)
              and not exists (
                select from {versions} o where o.{owner} = v.id and o.known_to = 'infinity' and o.valid_from <= @day and o.valid_to > @day)
            """),
    ];

    // What the file no longer tells, or tells otherwise: as it was known until now, and as it held until the file's day.
    string KeepHistory =>
        $"""
        with outdated as (
          select v.* from {table} v
          left join {staged} s on s.import_id = @import and s.record_key = v.record_key and s.occurrence = v.occurrence
          where v.feed_id = @feed and v.withdrawn_import_id is null and v.valid_from <= @day and (s.hash is null or s.hash <> v.hash))
        insert into {versions} ({owner}, {Content}, valid_from, valid_to, known_from, known_to)
        select o.id, {Content}, t.* from outdated o
        cross join lateral (values
          (o.valid_from, 'infinity'::date, o.known_from, @now),
          (o.valid_from, @day, @now, 'infinity'::timestamptz)) t (holds, ends, known, forgotten)
        where t.holds < t.ends
        """;

    // Rows that are set aside and merged all the same are good in no count.
    string CountFromLive =>
        $"""
        incoming as (
          select record_key, occurrence, hash, reject_reason, {end} as last_day from {staged} where import_id = @import and occurrence is not null),
        pairs as (
          select l.hash as old_hash, i.hash as new_hash, i.reject_reason,
            i.last_day is distinct from l.last_day and coalesce(i.last_day <= @day, false) as ends
          from live l full join incoming i using (record_key, occurrence))
        select
          (count(*) filter (where new_hash is not null and reject_reason is null))::int,
          0,
          (count(*) filter (where old_hash is null))::int,
          (count(*) filter (where new_hash is null or (old_hash <> new_hash and ends)))::int,
          (count(*) filter (where old_hash <> new_hash and not ends))::int
        from pairs
        """;

    string Content => $"{string.Join(", ", columns)}, line, hash, import_id";

    string Staged => $"{Of("s")}, s.line, s.hash, @import";

    string Of(string row) => string.Join(", ", columns.Select(c => $"{row}.{c}"));
}
