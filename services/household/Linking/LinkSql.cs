namespace Tsunagu.Households.Linking;

/// <summary>Statements that keep descriptions of an import and make decided links what readers of involvement see.</summary>
static class LinkSql
{
    /// <summary>Role of a person whom a record without a key is about.</summary>
    public const string Role = "本人";

    /// <summary>Version, role and resident of past states of records, as known now: whom the source named, and whom a link that stands names.</summary>
    public const string VersionPersons =
        $"""
        (select version_id, role, resident_id from involvement_version_persons
         union all
         select v.id, '{Role}', s.resident_id
         from link_spans s join involvement_versions v on v.involvement_id = s.involvement_id
         where s.known_to = 'infinity')
        """;

    /// <summary>Descriptions of the rows that the import wrote.</summary>
    public const string KeepDescriptions =
        """
        insert into involvement_descriptions (involvement_id, name, kana, birth_date, sex, address, phone)
        select v.id, s.person_name, s.person_kana, s.person_birth_date, s.person_sex, s.person_address, s.person_phone
        from staged_involvements s
        join involvements v on v.feed_id = @feed and v.record_key = s.record_key and v.occurrence = s.occurrence and v.import_id = @import
        where s.import_id = @import and s.reject_reason is null and s.person_name is not null
        on conflict (involvement_id) do update set
          name = excluded.name, kana = excluded.kana, birth_date = excluded.birth_date, sex = excluded.sex, address = excluded.address, phone = excluded.phone
        """;

    /// <summary>A record that its source no longer tells is compared no longer; what it was linked with stays.</summary>
    public const string DropDescriptions =
        """
        delete from involvement_descriptions d using involvements v
        where v.id = d.involvement_id and v.feed_id = @feed and v.withdrawn_import_id is not null
        """;

    // Of one record: what staff accepted, or else what the scores linked and staff did not reject. A record of which nothing is left of that still has the link
    // that was made of it.
    const string Effective =
        """
        effective as (
          select l.involvement_id, r.id as resident_id, r.number
          from possible_links l join residents r on r.id = l.resident_id
          where l.judgement = 'Accepted' or (l.judgement is null and l.proposal = 'Automatic' and not exists (
            select from possible_links o where o.involvement_id = l.involvement_id and o.judgement = 'Accepted'))),
        touched as (
          select l.involvement_id as id from possible_links l where @record is null or l.involvement_id = @record
          union
          select s.involvement_id from link_spans s where s.known_to = 'infinity' and (@record is null or s.involvement_id = @record))
        """;

    /// <summary>
    /// Makes links what readers see, of one record (<c>@record</c>) or of all, and notes since when (<c>@now</c>) each is known and until when. A link speaks of
    /// the record: its earlier versions are about the same person.
    /// </summary>
    public static readonly string[] Apply =
    [
        $"""
        with {Effective}
        delete from involvement_persons p using touched t
        where p.involvement_id = t.id and not exists (
          select from effective e where e.involvement_id = p.involvement_id and e.resident_id = p.resident_id)
        """,
        $"""
        with {Effective}
        insert into involvement_persons (involvement_id, role, resident_number, resident_id)
        select e.involvement_id, '{Role}', e.number, e.resident_id from effective e join touched t on t.id = e.involvement_id
        on conflict do nothing
        """,
        // Of two replicas one may be late: nothing is known before the record was, and nothing ends before it began.
        $"""
        with {Effective}
        update link_spans s set known_to = greatest(@now, s.known_from)
        from touched t
        where s.involvement_id = t.id and s.known_to = 'infinity' and not exists (
          select from effective e where e.involvement_id = s.involvement_id and e.resident_id = s.resident_id)
        """,
        $"""
        with {Effective}
        insert into link_spans (involvement_id, resident_id, known_from, known_to)
        select e.involvement_id, e.resident_id, greatest(@now, v.known_from), 'infinity'
        from effective e join touched t on t.id = e.involvement_id join involvements v on v.id = e.involvement_id
        where not exists (
          select from link_spans s where s.involvement_id = e.involvement_id and s.resident_id = e.resident_id and s.known_to = 'infinity')
        on conflict (involvement_id, resident_id, known_from) do update set known_to = 'infinity'
        """,
    ];

    /// <summary>What was linked before the source got a key, which says more than any link.</summary>
    public static readonly string[] Forget =
    [
        """
        update link_spans s set known_to = greatest(@now, s.known_from)
        from involvements v where v.id = s.involvement_id and v.feed_id = @feed and s.known_to = 'infinity'
        """,
        "delete from possible_links l using involvements v where v.id = l.involvement_id and v.feed_id = @feed",
        "delete from involvement_descriptions d using involvements v where v.id = d.involvement_id and v.feed_id = @feed",
    ];
}
