using Tsunagu.Households.Domain;
using Tsunagu.Households.Parsing;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Layouts;

/// <summary>Finds what would make a layout fail on its first row; fields are named by their path in the contract's definition.</summary>
static class LayoutCheck
{
    const int MostColumns = 2000;

    /// <summary>Everything that is wrong, in Japanese; empty for a sound layout.</summary>
    public static IReadOnlyList<FieldViolation> Problems(FeedLayout layout)
    {
        var problems = new List<FieldViolation>();
        if (layout.FeedId.Length is 0 or > 64 || !layout.FeedId.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-'))
            problems.Add(new("feed_id", "取込元IDは、半角の英小文字・数字・「_」「-」で1文字以上64文字以内にしてください。"));
        CheckWords(layout, problems);
        if (layout.ExpectedDays is < 1 or > 3660)
            problems.Add(new("expected_days", "1日から3660日までで指定してください。"));
        CheckFile(layout.File, problems);
        CheckShare(layout.TruncatedBelow, "thresholds.truncated_below", problems);
        CheckShare(layout.MassChangeAbove, "thresholds.mass_change_above", problems);
        foreach (var (field, _) in Mentioned(layout).Where(m => !layout.File.Columns.Contains(m.Column)))
            problems.Add(new(field, "file.columnsにない列です。"));
        foreach (var (field, _) in Dates(layout).Where(d => DatePattern.Create(d.Date.Style) is null))
            problems.Add(new($"{field}.style", "日付の書式として解釈できません。"));
        CheckKeys(layout, problems);
        CheckKind(layout, problems);
        return problems;
    }

    static void CheckWords(FeedLayout layout, List<FieldViolation> problems)
    {
        foreach (var (field, text) in new[] { ("scheme", layout.Scheme), ("department", layout.Department) })
        {
            if (text.Trim().Length is 0 or > 100 || text.Any(char.IsControl))
                problems.Add(new(field, "1文字以上100文字以内で入力してください。"));
        }
        if (layout.Contact.Length > 100 || layout.Contact.Any(char.IsControl))
            problems.Add(new("contact", "100文字以内で入力してください。"));
    }

    static void CheckFile(FileLayout file, List<FieldViolation> problems)
    {
        if (SourceDecoder.Create(file.Encoding) is null)
            problems.Add(new("file.encoding", "文字コードはcp932、euc-jp、utf-8、utf-16le、utf-16beのいずれかにしてください。"));
        if (file.HeaderRows is < 0 or > 2)
            problems.Add(new("file.header_rows", "見出し行は0行から2行までです。"));
        if (file.Columns.Count is 0 or > MostColumns)
            problems.Add(new("file.columns", $"列名を1個以上{MostColumns}個以内で指定してください。"));
        foreach (var (name, group) in file.Columns.Index().GroupBy(c => c.Item).Select(g => (g.Key, g)))
        {
            if (name.Trim().Length == 0)
                problems.AddRange(group.Select(c => new FieldViolation($"file.columns[{c.Index}]", "列名が空です。")));
            else
                problems.AddRange(group.Skip(1).Select(c => new FieldViolation($"file.columns[{c.Index}]", "同じ列名が2回あります。")));
        }
        if (file.Delimiter is '\0' or '"' or '\r' or '\n')
            problems.Add(new("file.delimiter", "区切り文字は、引用符と改行以外の1文字にしてください。"));
    }

    static void CheckShare(double share, string field, List<FieldViolation> problems)
    {
        if (share is not (>= 0 and <= 1))
            problems.Add(new(field, "0から1までの割合で指定してください。"));
    }

    static void CheckKeys(FeedLayout layout, List<FieldViolation> problems)
    {
        if (layout.SecondKey is not null && layout.Key is null)
            problems.Add(new("key", "second_keyを使うときは必須です。"));
        if (layout.SecondKey is { } second && second.Column == layout.Key?.Column)
            problems.Add(new("second_key.column", "keyと別の列にしてください。"));
        foreach (var (field, column) in new[] { ("key", layout.Key), ("second_key", layout.SecondKey) })
        {
            if (column is not null && layout.Forbidden.Contains(column.Column))
                problems.Add(new($"{field}.column", "保存できない番号の列をキーにすることはできません。"));
            if (column is not null && column.Role.Trim().Length is 0 or > 50)
                problems.Add(new($"{field}.role", "1文字以上50文字以内で入力してください。"));
        }
    }

    static void CheckKind(FeedLayout layout, List<FieldViolation> problems)
    {
        if (layout.Resident is not null && layout.Kind != FeedKind.Residents)
            problems.Add(new("resident", "住民記録だけで指定できます。"));
        if (layout.Measure is not null && layout.Kind != FeedKind.ProtectiveMeasures)
            problems.Add(new("measure", "支援措置だけで指定できます。"));
        if (layout.Area is not null && layout.Kind != FeedKind.Areas)
            problems.Add(new("area", "町字と区域の一覧だけで指定できます。"));
        if (layout.Welfare && layout.Kind != FeedKind.Involvement)
            problems.Add(new("welfare", "各課の記録だけで指定できます。"));
        switch (layout.Kind)
        {
            case FeedKind.Involvement:
                CheckRecords(layout, problems);
                break;
            case FeedKind.Residents:
                if (layout.Key is null)
                    problems.Add(new("key", "住民記録では必須です。"));
                if (layout.Resident is null)
                    problems.Add(new("resident", "住民記録では必須です。"));
                break;
            case FeedKind.ProtectiveMeasures:
                CheckMeasures(layout, problems);
                break;
            case FeedKind.Areas:
                if (layout.Area is null)
                    problems.Add(new("area", "町字と区域の一覧では必須です。"));
                if (layout.Key is not null)
                    problems.Add(new("key", "町字と区域の一覧では指定できません。"));
                break;
        }
    }

    static void CheckRecords(FeedLayout layout, List<FieldViolation> problems)
    {
        if (layout.RecordKey.Count == 0)
            problems.Add(new("record_key", "同じ記録を見分ける列を1つ以上指定してください。"));
        if (layout.Status is not ({ Column: not null, Open: null, Ended: null } or { Column: null, Open: not null, Ended: not null }))
            problems.Add(new("status", "columnか、openとendedの両方か、どちらかを指定してください。"));
        if (layout.Person is not null && layout.Key is not null)
            problems.Add(new("person", "キーのある取込元では指定できません。"));
        if (layout.Person is not null && !layout.Person.Kept().Any())
            problems.Add(new("person", "列を1つ以上指定してください。"));
        if (layout.EndsWithStartMonth && layout.Start is null)
            problems.Add(new("start", "ends_with_start_monthを使うときは必須です。"));
    }

    static void CheckMeasures(FeedLayout layout, List<FieldViolation> problems)
    {
        if (layout.Key is null)
            problems.Add(new("key", "支援措置では必須です。"));
        if (layout.SecondKey is not null)
            problems.Add(new("second_key", "支援措置では指定できません。measureを使ってください。"));
        if (layout.RecordKey.Count == 0)
            problems.Add(new("record_key", "同じ記録を見分ける列を1つ以上指定してください。"));
        if (layout.Status is { Column: null })
            problems.Add(new("status.column", "支援措置では列を指定してください。"));
        // A status that lifts a measure would unmask people by a slip in a code table.
        if (layout.ClosedStatuses.Count > 0)
            problems.Add(new("closed_statuses", "支援措置では指定できません。"));
        foreach (var (field, _) in layout.Measure?.Named().Where(n => layout.Forbidden.Contains(n.Column)) ?? [])
            problems.Add(new($"measure.{field}", "保存できない番号の列をキーにすることはできません。"));
        if (layout.Measure?.Separators.Any(c => char.IsAsciiDigit(c) || char.IsControl(c)) == true)
            problems.Add(new("measure.separators", "数字と制御文字は指定できません。"));
    }

    static IEnumerable<(string Field, string Column)> Mentioned(FeedLayout layout) =>
        new[]
        {
            ("key.column", layout.Key?.Column), ("second_key.column", layout.SecondKey?.Column), ("status.column", layout.Status?.Column),
            ("detail.column", layout.Detail?.Column),
        }
            .Where(m => m.Item2 is not null)
            .Select(m => (m.Item1, m.Item2 ?? ""))
            .Concat(Dates(layout).Select(d => ($"{d.Field}.column", d.Date.Column)))
            .Concat(List("record_key", layout.RecordKey))
            .Concat(List("forbidden", layout.Forbidden))
            .Concat(layout.Resident?.Named().Select(n => ($"resident.{n.Field}", n.Column)) ?? [])
            .Concat(layout.Person?.Named().Select(n => ($"person.{n.Field}", n.Column)) ?? [])
            .Concat(layout.Measure?.Named().Select(n => ($"measure.{n.Field}", n.Column)) ?? [])
            .Concat(layout.Area?.Named().Select(n => ($"area.{n.Field}", n.Column)) ?? []);

    static IEnumerable<(string Field, string Column)> List(string field, IReadOnlyList<string> columns) =>
        columns.Select((column, i) => ($"{field}[{i}]", column));

    static IEnumerable<(string Field, DateColumn Date)> Dates(FeedLayout layout)
    {
        var single = new (string, DateColumn?)[]
        {
            ("start", layout.Start), ("resident.birth_date", layout.Resident?.BirthDate), ("resident.changed_on", layout.Resident?.ChangedOn),
            ("person.birth_date", layout.Person?.BirthDate),
        };
        foreach (var (field, date) in single)
        {
            if (date is not null)
                yield return (field, date);
        }
        foreach (var (i, date) in layout.End.Index())
            yield return ($"end[{i}]", date);
        foreach (var (i, date) in layout.Dates.Index())
            yield return ($"dates[{i}]", date);
    }
}
