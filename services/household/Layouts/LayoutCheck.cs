using Tsunagu.Households.Domain;
using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Layouts;

/// <summary>Finds what would make a layout fail on its first row.</summary>
static class LayoutCheck
{
    public static IReadOnlyList<string> Problems(FeedLayout layout)
    {
        var problems = new List<string>();
        if (layout.FeedId.Length is 0 or > 64 || !layout.FeedId.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-'))
            problems.Add("feedId must be 1-64 of a-z 0-9 _ -");
        if (layout.Version < 1)
            problems.Add("version must be 1 or more");
        if (layout.TruncatedBelow is < 0 or > 1)
            problems.Add("truncatedBelow must lie between 0 and 1");
        if (layout.ExpectedDays is < 1 or > 3660)
            problems.Add("expectedDays must lie between 1 and 3660");
        CheckFile(layout.File, problems);
        foreach (var column in Mentioned(layout).Where(c => !layout.File.Columns.Contains(c)).Distinct())
            problems.Add($"column {column} is not among file.columns");
        foreach (var date in Dates(layout).Where(d => DatePattern.Create(d.Style) is null))
            problems.Add($"style {date.Style} of column {date.Column} is not a date pattern");
        CheckKind(layout, problems);
        return problems;
    }

    static void CheckFile(FileLayout file, List<string> problems)
    {
        if (SourceDecoder.Create(file.Encoding) is null)
            problems.Add($"encoding {file.Encoding} is not supported");
        if (file.HeaderRows is < 0 or > 2)
            problems.Add("headerRows must be 0, 1 or 2");
        if (file.Columns.Count == 0 || file.Columns.Distinct().Count() != file.Columns.Count)
            problems.Add("columns must be named, each once");
        if (file.Delimiter is '"' or '\r' or '\n')
            problems.Add("delimiter must not be a quote or a line end");
    }

    static void CheckKind(FeedLayout layout, List<string> problems)
    {
        if (layout.Kind == FeedKind.Residents)
        {
            if (layout.Resident is null || layout.Key is null)
                problems.Add("a register needs key and resident");
            return;
        }
        if (layout.RecordKey.Count == 0)
            problems.Add("recordKey must name a column");
        if (layout.Status is not ({ Column: not null, Open: null, Ended: null } or { Column: null, Open: not null, Ended: not null }))
            problems.Add("status needs either column or both open and ended");
        if (layout.Person is not null && (layout.Key is not null || !layout.Person.Kept().Any()))
            problems.Add("person needs a column, and a feed without key");
        if (layout.SecondKey is not null && layout.Key is null)
            problems.Add("secondKey needs key");
        if (layout.EndsWithStartMonth && layout.Start is null)
            problems.Add("endsWithStartMonth needs start");
    }

    static IEnumerable<string> Mentioned(FeedLayout layout) =>
        layout.Kept()
            .Concat(layout.RecordKey)
            .Concat(layout.Forbidden)
            .Concat(layout.Dates.Select(d => d.Column))
            .Concat(new[] { layout.Key?.Column, layout.SecondKey?.Column }.OfType<string>());

    static IEnumerable<DateColumn> Dates(FeedLayout layout) =>
        new[] { layout.Start, layout.Resident?.BirthDate, layout.Resident?.ChangedOn, layout.Person?.BirthDate }
            .Concat(layout.End)
            .Concat(layout.Dates)
            .OfType<DateColumn>();
}
