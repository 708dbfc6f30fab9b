using Tsunagu.Households.Linking;

namespace Tsunagu.Households.LifeEvents;

/// <summary>
/// Queries for what a file told differently from the file before, as it is known now. A row ends or begins on the data date of a file, so that the difference that
/// a file makes is in the rows that end or begin on its day, whichever files came since.
/// </summary>
static class StepSql
{
    // What stands now beside versions that stand: nothing newer is known of either.
    const string RegisterColumns = "household_id, status, name, address, relationship_codes, changed_on, birth_date";

    /// <summary>
    /// Persons of whom the register tells otherwise from <c>@day</c> on: id, birth date, both sides, and the status before they vanished. An address or a name that is only written otherwise, as
    /// under another definition of the feed, comes without a new date.
    /// </summary>
    public const string RegisterDifferences =
        $"""
        with was as (
          select resident_id, {RegisterColumns} from resident_versions where known_to = 'infinity' and valid_to = @day),
        became as (
          select id as resident_id, {RegisterColumns} from residents where withdrawn_import_id is null and valid_from = @day
          union all
          select resident_id, {RegisterColumns} from resident_versions
          where known_to = 'infinity' and valid_to > @day and valid_from = @day)
        select resident_id, coalesce(b.birth_date, w.birth_date),
          w.household_id, w.status, w.name, w.address, w.relationship_codes, w.changed_on,
          b.household_id, b.status, b.name, b.address, b.relationship_codes, b.changed_on,
          case when w.status is null then (
            select v.status from resident_versions v
            where v.resident_id = b.resident_id and v.known_to = 'infinity' and v.valid_to < @day order by v.valid_to desc limit 1) end
        from was w full join became b using (resident_id)
        where w.status is distinct from b.status or w.household_id <> b.household_id or w.relationship_codes <> b.relationship_codes
          or ((w.address <> b.address or w.name <> b.name) and (b.changed_on is null or w.changed_on is distinct from b.changed_on))
        """;

    /// <summary>Current members of <c>@households</c>: household, person, 続柄 codes, and whether that was before <c>@day</c> or is on it.</summary>
    public const string Seats =
        """
        select household_id, id, relationship_codes, valid_from < @day, true from residents
        where household_id = any(@households) and status = @current and withdrawn_import_id is null and valid_from <= @day
        union all
        select household_id, resident_id, relationship_codes, valid_from < @day, valid_to > @day from resident_versions
        where household_id = any(@households) and status = @current and known_to = 'infinity' and valid_from <= @day and valid_to >= @day
        """;

    /// <summary>Current residents on <c>@day</c> who were born on one of <c>@births</c>: person, household, birth date.</summary>
    public const string BornOn =
        """
        select id, household_id, birth_date from residents
        where birth_date = any(@births) and status = @current and withdrawn_import_id is null and valid_from <= @day
        union all
        select resident_id, household_id, birth_date from resident_versions
        where birth_date = any(@births) and status = @current and known_to = 'infinity' and valid_to > @day and valid_from <= @day
        """;

    // A record that stays the same begins or ends by the calendar as well.
    const string Turns = "v.start_date > @before and v.start_date <= @day or v.end_date between @before and @day";

    // What stood on the eve or stands on the day.
    const string Near = "v.known_to = 'infinity' and v.valid_to >= @day and v.valid_from <= @day";

    /// <summary>
    /// Everything that <c>@feed</c> told before and on <c>@day</c> of persons for whom something may have begun or ended: person, role, household, record, status,
    /// status after the end, start, end, whether the file before told it, whether the later one does. In order of person and role. The household is that of the
    /// day, or the last one before it, or the first one after it where the register begins later.
    /// </summary>
    public const string Entitlements =
        $"""
        with touched as materialized (
          select p.resident_id from involvements v join involvement_persons p on p.involvement_id = v.id
          where v.feed_id = @feed and v.withdrawn_import_id is null and not v.held and v.valid_from <= @day and (v.valid_from = @day or {Turns})
          union
          select p.resident_id from involvement_versions v
          join involvements r on r.id = v.involvement_id and r.feed_id = @feed
          join {LinkSql.VersionPersons} p on p.version_id = v.id
          where {Near} and (v.valid_from = @day or v.valid_to = @day or {Turns})),
        told as (
          select p.resident_id, p.role, v.id as record_id, v.status, v.ended_status, v.start_date, v.end_date, v.valid_from < @day as was, true as stands
          from touched t join involvement_persons p on p.resident_id = t.resident_id join involvements v on v.id = p.involvement_id
          where v.feed_id = @feed and v.withdrawn_import_id is null and not v.held and v.valid_from <= @day
          union all
          select p.resident_id, p.role, v.involvement_id, v.status, v.ended_status, v.start_date, v.end_date, v.valid_from < @day, v.valid_to > @day
          from touched t join {LinkSql.VersionPersons} p on p.resident_id = t.resident_id
          join involvement_versions v on v.id = p.version_id
          join involvements r on r.id = v.involvement_id and r.feed_id = @feed
          where {Near} and not exists (select from involvement_version_persons o where o.version_id = v.id and o.resident_id is null)),
        states as (
          select id as resident_id, household_id, valid_from from residents where id in (select resident_id from touched)
          union all
          select resident_id, household_id, valid_from from resident_versions
          where resident_id in (select resident_id from touched) and known_to = 'infinity'),
        homes as (
          select distinct on (resident_id) resident_id, household_id from states
          order by resident_id, valid_from > @day, case when valid_from > @day then valid_from end, valid_from desc)
        select told.resident_id, role, home.household_id, record_id, told.status, ended_status, start_date, end_date, was, stands
        from told join homes home on home.resident_id = told.resident_id
        order by told.resident_id, role
        """;
}
