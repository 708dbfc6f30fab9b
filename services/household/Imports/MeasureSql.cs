namespace Tsunagu.Households.Imports;

/// <summary>Statements of the merge of a list of protective measures.</summary>
static class MeasureSql
{
    static readonly ListSql List = new(
        "measures", "measure_versions", "measure_id", "staged_measures", ["number", "companions", "opponents", "category", "start_date", "end_date"], "end_date");

    // Reported like the unknown person of any feed; it protects from the moment the register brings the person.
    const string SetUnknownAside =
        """
        update staged_measures s set reject_reason = 'KEY_UNKNOWN', reject_column = @key_column
        where s.import_id = @import and s.reject_reason is null and not exists (select from residents r where r.number = s.number)
        """;

    // Whom the feed names, or once named, by any state of any row: falling from the list does not unmask.
    const string Forget = "delete from protections where feed_id = @feed";

    // Told by the imports that wrote it, of which there is one more when it is told anew; a row that only leaves the list is written by none.
    const string Protect =
        """
        insert into protections (feed_id, resident_number, start_date, end_date, listed, told_by)
        select @feed, p.number, m.start_date, m.end_date, bool_or(m.listed), md5(string_agg(distinct m.import_id::text, ',' order by m.import_id::text))::uuid
        from (
          select number, companions, start_date, end_date, withdrawn_import_id is null as listed, import_id from measures where feed_id = @feed
          union all
          select v.number, v.companions, v.start_date, v.end_date, false, v.import_id
          from measure_versions v join measures m on m.id = v.measure_id where m.feed_id = @feed) m
        cross join lateral unnest(array_append(m.companions, m.number)) p (number)
        group by p.number, m.start_date, m.end_date
        """;

    public static MergeStatements Statements { get; } = new()
    {
        Prepare = [List.Number, SetUnknownAside],
        Count = List.Count,
        LateCount = List.LateCount,
        Apply = List.Apply,
        LateApply = List.LateApply,
        After = [Forget, Protect],
        KeepRejects = List.KeepRejects,
    };
}
