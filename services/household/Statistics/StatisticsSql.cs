using Tsunagu.Households.Linking;
using Tsunagu.Households.Protections;

namespace Tsunagu.Households.Statistics;

/// <summary>Counts the residents of each town, and those involved, as one statement: people never leave the database.</summary>
static class StatisticsSql
{
    /// <summary>
    /// {0} feeds and {1} for each the day whose file answers; {2} feeds and {3} their statuses that close a record; {4} the day asked for; {5} the register's
    /// day; {6} today, for who is hidden, whatever the day asked for; {7} feeds that count as welfare.
    /// </summary>
    public const string Count =
        $$"""
        with feeds as (select * from unnest({0}, {1}) f (feed_id, day)),
        closed as (select * from unnest({2}, {3}) c (feed_id, status)),
        shielded as (
          select r.id, r.household_id, r.status = 0 and r.withdrawn_import_id is null as lives
          from {{HidingSql.Spans}} p join residents r on r.number = p.resident_number
          where p.start_date is null or p.start_date <= {6}),
        hidden as (
          select s.id from shielded s
          union
          select r.id from residents r join shielded s on s.household_id = r.household_id and s.lives),
        people as (
          select r.id, r.town_code from residents r
          where r.withdrawn_import_id is null and r.status = 0 and r.valid_from <= {5}
          union all
          select v.resident_id, v.town_code from resident_versions v
          where v.known_to = 'infinity' and v.status = 0 and v.valid_from <= {5} and v.valid_to > {5}),
        placed as (
          select p.id, case when p.id in (select h.id from hidden h) then null else p.town_code end as town
          from people p),
        facts as (
          select p.resident_id, i.feed_id
          from involvements i
          join feeds f on f.feed_id = i.feed_id
          join involvement_persons p on p.involvement_id = i.id
          where i.withdrawn_import_id is null and not i.held and i.valid_from <= f.day and p.resident_id is not null
            and i.start_date <= {4} and (i.end_date is null or i.end_date >= {4})
            and (i.feed_id, case when i.ended_status is not null and i.end_date <= {4} then i.ended_status else i.status end) not in (select c.feed_id, c.status from closed c)
          union
          select p.resident_id, i.feed_id
          from involvement_versions v
          join involvements i on i.id = v.involvement_id
          join feeds f on f.feed_id = i.feed_id
          join {{LinkSql.VersionPersons}} p on p.version_id = v.id
          where v.known_to = 'infinity' and v.valid_from <= f.day and v.valid_to > f.day and p.resident_id is not null
            and not exists (select from involvement_version_persons q where q.version_id = v.id and q.resident_id is null)
            and v.start_date <= {4} and (v.end_date is null or v.end_date >= {4})
            and (i.feed_id, case when v.ended_status is not null and v.end_date <= {4} then v.ended_status else v.status end) not in (select c.feed_id, c.status from closed c))
        select town as "TownCode", null as "FeedId", false as "Welfare", count(*)::int as "Residents" from placed group by town
        union all
        select town, null, true, count(*)::int from placed where id in (select f.resident_id from facts f where f.feed_id = any({7})) group by town
        union all
        select p.town, f.feed_id, false, count(*)::int from placed p join facts f on f.resident_id = p.id group by p.town, f.feed_id
        """;
}
