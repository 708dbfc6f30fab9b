namespace Tsunagu.Households.Imports;

/// <summary>Statements of the merge of a department's feed that tells what is current, in order.</summary>
static class InvolvementSql
{
    /// <summary>What a version of a record keeps, apart from its persons and from when it holds and is known.</summary>
    public const string Content = "status, ended_status, detail, start_date, end_date, line, hash, import_id";

    /// <summary>The same, of a staged row <c>s</c>.</summary>
    public const string Staged = "s.status, s.ended_status, s.detail, s.start_date, s.end_date, s.line, s.hash, @import";

    /// <summary>Good rows, those without a person, added, ended, changed.</summary>
    public const string Count =
        $"""
        with live as (
          select record_key, occurrence, hash, end_date from involvements
          where feed_id = @feed and withdrawn_import_id is null and not held),
        {CountFromLive}
        """;

    /// <summary>The same, when <c>live</c> holds key, hash and end date of the records to compare with.</summary>
    public const string CountFromLive =
        """
        incoming as (
          select record_key, occurrence, hash, end_date, key1 from staged_involvements
          where import_id = @import and reject_reason is null),
        pairs as (
          select l.hash as old_hash, i.hash as new_hash, i.key1,
            i.end_date is distinct from l.end_date and coalesce(i.end_date <= @day, false) as ends
          from live l full join incoming i using (record_key, occurrence))
        select
          (count(*) filter (where new_hash is not null))::int,
          (count(*) filter (where new_hash is not null and key1 is null))::int,
          (count(*) filter (where old_hash is null))::int,
          (count(*) filter (where new_hash is null or (old_hash <> new_hash and ends)))::int,
          (count(*) filter (where old_hash <> new_hash and not ends))::int
        from pairs
        """;

    /// <summary>
    /// What the file no longer tells, or tells otherwise, goes into history: as it was known until now, and as it held until the file's day. Links have a history of
    /// their own.
    /// </summary>
    public const string KeepHistory =
        $"""
        with outdated as (
          select v.* from involvements v
          left join staged_involvements s on s.import_id = @import and s.record_key = v.record_key and s.occurrence = v.occurrence
          where v.feed_id = @feed and v.withdrawn_import_id is null and v.valid_from <= @day and (s.hash is null or s.hash <> v.hash)),
        kept as (
          insert into involvement_versions (involvement_id, {Content}, valid_from, valid_to, known_from, known_to)
          select o.id, {Content}, t.* from outdated o
          cross join lateral (values
            (o.valid_from, 'infinity'::date, o.known_from, @now),
            (o.valid_from, @day, @now, 'infinity'::timestamptz)) t (holds, ends, known, forgotten)
          where t.holds < t.ends
          returning id, involvement_id)
        insert into involvement_version_persons (version_id, role, resident_number, resident_id)
        select k.id, p.role, p.resident_number, p.resident_id
        from kept k join involvement_persons p on p.involvement_id = k.involvement_id
        where not exists (
          select from link_spans s where s.involvement_id = p.involvement_id and s.resident_id = p.resident_id and s.known_to = 'infinity')
        """;

    /// <summary>Numbers records of one key, each of which was staged as the first; sets aside rows whose person the register lacks, but keeps them for later.</summary>
    public static readonly string[] Prepare =
    [
        "select analyze_staging()",
        """
        update staged_involvements s set occurrence = n.occurrence
        from (
          select line, row_number() over (partition by record_key order by line) as occurrence
          from staged_involvements where import_id = @import and reject_reason is null and record_key in (
            select record_key from staged_involvements where import_id = @import and reject_reason is null group by record_key having count(*) > 1)) n
        where s.import_id = @import and s.line = n.line and n.occurrence > 1
        """,
        """
        update staged_involvements s set held = true, reject_reason = 'KEY_UNKNOWN',
          reject_column = case
            when s.key1 is not null and not exists (select from residents r where r.number = s.key1) then @key_column
            else @second_key_column end
        where s.import_id = @import and s.reject_reason is null
          and ((s.key1 is not null and not exists (select from residents r where r.number = s.key1))
            or (s.key2 is not null and not exists (select from residents r where r.number = s.key2)))
        """,
    ];

    public static readonly string[] Apply =
    [
        KeepHistory,
        """
        update involvements v set withdrawn_import_id = @import
        where v.feed_id = @feed and v.withdrawn_import_id is null and not exists (
          select from staged_involvements s
          where s.import_id = @import and s.occurrence = v.occurrence and s.record_key = v.record_key)
        """,
        """
        update involvements v set
          status = s.status, ended_status = s.ended_status, detail = s.detail, start_date = s.start_date, end_date = s.end_date,
          line = s.line, held = s.held, hash = s.hash, import_id = @import, valid_from = @day, known_from = @now, withdrawn_import_id = null
        from staged_involvements s
        where s.import_id = @import and v.feed_id = @feed
          and s.record_key = v.record_key and s.occurrence = v.occurrence and (s.hash <> v.hash or v.withdrawn_import_id is not null)
        """,
        MergeSql.WithoutLoops(
            $"""
            insert into involvements (id, feed_id, record_key, occurrence, {Content}, held, first_import_id, valid_from, known_from)
            select s.id, @feed, s.record_key, s.occurrence, {Staged}, s.held, @import, @day, @now
            from staged_involvements s
            where s.import_id = @import and s.occurrence is not null and not exists (
              select from involvements v where v.feed_id = @feed and v.record_key = s.record_key and v.occurrence = s.occurrence)
            """),
        """
        delete from involvement_persons p using involvements v
        where v.import_id = @import and p.involvement_id = v.id
        """,
        MergeSql.WithoutLoops(
            """
            insert into involvement_persons (involvement_id, role, resident_number, resident_id)
            select v.id, k.role, k.number, r.id
            from staged_involvements s
            join involvements v on v.import_id = @import and v.record_key = s.record_key and v.occurrence = s.occurrence
            cross join lateral (values (@role, s.key1), (@second_role, s.key2)) k (role, number)
            left join residents r on r.number = k.number
            where s.import_id = @import and k.number is not null
            """),
    ];
}
