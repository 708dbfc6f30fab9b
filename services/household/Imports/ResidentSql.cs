using Tsunagu.Households.Searching;

namespace Tsunagu.Households.Imports;

/// <summary>Statements of the merge of a resident register that tells what is current, in order.</summary>
static class ResidentSql
{
    /// <summary>What a version of a resident keeps, apart from when it holds and is known.</summary>
    public const string Content =
        """
        household_id, status, sex, name, kana, former_family_name, alias, alias_kana, roman_name, birth_date, relationship_codes, relationship,
          position, postal_code, town_code, address, phone, nationality, changed_on, line, hash, import_id
        """;

    /// <summary>The same, of a staged row <c>s</c> and its household <c>h</c>.</summary>
    public const string Staged =
        """
        h.id, s.status, s.sex, s.name, s.kana, s.former_family_name, s.alias, s.alias_kana, s.roman_name, s.birth_date, s.relationship_codes,
          s.relationship, s.position, s.postal_code, s.town_code, s.address, s.phone, s.nationality, s.changed_on, s.line, s.hash, @import
        """;

    /// <summary>Good rows, none without a person, added, gone, changed.</summary>
    public const string Count = $"with live as (select number, hash from residents where withdrawn_import_id is null) {CountFromLive}";

    /// <summary>The same, when <c>live</c> holds number and hash of the rows to compare with.</summary>
    public const string CountFromLive =
        """
        select
          (count(*) filter (where i.hash is not null))::int,
          0,
          (count(*) filter (where l.hash is null))::int,
          (count(*) filter (where i.hash is null))::int,
          (count(*) filter (where l.hash <> i.hash))::int
        from live l
        full join (select number, hash from staged_residents where import_id = @import and reject_reason is null) i using (number)
        """;

    public static readonly string KeepHouseholds = MergeSql.WithoutLoops(
        """
        insert into households (id, number, first_import_id, known_from)
        select distinct on (s.household_number) s.household_id, s.household_number, @import, @now
        from staged_residents s
        where s.import_id = @import and s.reject_reason is null and not exists (select from households h where h.number = s.household_number)
        order by s.household_number, s.line
        """);

    /// <summary>What the file no longer tells, or tells otherwise, goes into history: as it was known until now, and as it held until the file's day.</summary>
    public const string KeepHistory =
        $"""
        with outdated as (
          select r.* from residents r
          left join staged_residents s on s.import_id = @import and s.reject_reason is null and s.number = r.number
          where r.withdrawn_import_id is null and r.valid_from <= @day and (s.hash is null or s.hash <> r.hash))
        insert into resident_versions (resident_id, {Content}, valid_from, valid_to, known_from, known_to)
        select o.id, {Content}, t.* from outdated o
        cross join lateral (values
          (o.valid_from, 'infinity'::date, o.known_from, @now),
          (o.valid_from, @day, @now, 'infinity'::timestamptz)) t (holds, ends, known, forgotten)
        where t.holds < t.ends
        """;

    /// <summary>Of two rows with one number the first stands.</summary>
    public static readonly string[] Prepare =
    [
        "select analyze_staging()",
        """
        update staged_residents s set reject_column = @key_column, reject_reason = 'KEY_REPEATED'
        from (
          select line, row_number() over (partition by number order by line) as occurrence
          from staged_residents where import_id = @import and reject_reason is null and number in (
            select number from staged_residents where import_id = @import and reject_reason is null group by number having count(*) > 1)) n
        where s.import_id = @import and s.line = n.line and n.occurrence > 1
        """,
    ];

    public static readonly string[] Apply =
    [
        KeepHouseholds,
        KeepHistory,
        """
        update residents r set withdrawn_import_id = @import
        where r.withdrawn_import_id is null and not exists (
          select from staged_residents s where s.import_id = @import and s.reject_reason is null and s.number = r.number)
        """,
        ResidentSearchSql.KeepFormer,
        // A row that is as it was would be locked, and so written, to be left as it is.
        MergeSql.WithoutLoops(
            $"""
            insert into residents (id, number, {Content}, first_import_id, valid_from, known_from)
            select s.id, s.number, {Staged}, @import, @day, @now
            from staged_residents s join households h on h.number = s.household_number
            where s.import_id = @import and s.reject_reason is null and not exists (
              select from residents r where r.number = s.number and r.hash = s.hash and r.withdrawn_import_id is null)
            on conflict (number) do update set
              household_id = excluded.household_id, status = excluded.status, sex = excluded.sex, name = excluded.name, kana = excluded.kana,
              former_family_name = excluded.former_family_name, alias = excluded.alias, alias_kana = excluded.alias_kana,
              roman_name = excluded.roman_name, birth_date = excluded.birth_date, relationship_codes = excluded.relationship_codes,
              relationship = excluded.relationship, position = excluded.position, postal_code = excluded.postal_code,
              town_code = excluded.town_code, address = excluded.address, phone = excluded.phone, nationality = excluded.nationality,
              changed_on = excluded.changed_on, line = excluded.line, hash = excluded.hash, import_id = excluded.import_id, valid_from = excluded.valid_from,
              known_from = excluded.known_from, withdrawn_import_id = null
            """),
        ResidentSearchSql.Write,
    ];

    /// <summary>Finds the persons of records that came before the register knew them.</summary>
    public static readonly string[] Link =
    [
        """
        update involvement_persons p set resident_id = r.id
        from residents r where p.resident_id is null and r.number = p.resident_number
        """,
        """
        update involvement_version_persons p set resident_id = r.id
        from residents r where p.resident_id is null and r.number = p.resident_number
        """,
        """
        update involvements v set held = false
        where v.held and not exists (
          select from involvement_persons p where p.involvement_id = v.id and p.resident_id is null)
        """,
    ];
}
