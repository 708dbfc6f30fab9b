using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Proposing;

/// <summary>A layout and how sure each choice in it is.</summary>
sealed record LayoutDraft(
    FeedLayout Layout,
    Certainty FeedId,
    Certainty Scheme,
    PeriodFind Period,
    StatusFind Status,
    IReadOnlyList<SampleColumn> RecordKey,
    Certainty RecordKeyCertainty)
{
    /// <summary>Puts a layout together.</summary>
    public static LayoutDraft Of(FileReading file, IReadOnlyList<DateFind> dates, KeyFind keys, IReadOnlySet<int> forbidden)
    {
        var table = file.Table;
        var resident = ResidentGuess.Of(table, keys.Key?.Column, dates);
        var person = keys.Key is null ? PersonGuess.Of(table, dates, forbidden) : null;
        var birth = PersonGuess.Birth(dates);
        var period = PeriodGuess.Of(dates, birth);
        var taken = Taken(keys, person, dates, forbidden, table);
        var status = StatusGuess.Of([.. table.Columns.Where(c => !taken.Contains(c.Name))], period);
        var (recordKey, recordKeyCertainty) = RecordKeyGuess.Of(RecordKeyCosts.Of(table, keys, dates, period, person, forbidden));
        var (scheme, schemeCertainty) = resident is not null
            ? ("住民記録", Certainty.Certain)
            : FeedNames.SchemeOf(file.Sample.FileName, table.Columns.Select(c => c.Header));
        var (feedId, feedIdCertainty) = FeedNames.IdOf(file.Sample.FileName, scheme);
        var used = resident is not null
            ? [resident.BirthDate.Column, resident.ChangedOn?.Column]
            : new[] { period.Start?.Column.Name, person?.BirthDate?.Column }.Concat(period.Ends.Select(e => e.Column.Name)).ToArray();
        var layout = new FeedLayout
        {
            FeedId = feedId,
            Version = 1,
            Kind = resident is null ? FeedKind.Involvement : FeedKind.Residents,
            Scheme = scheme.Length > 0 ? scheme : FeedNames.Unset,
            Department = FeedNames.Unset,
            File = new FileLayout
            {
                Encoding = file.Encoding.Encoding,
                Delimiter = file.Cut.Cutting.Delimiter,
                Quoting = file.Cut.Cutting.Quoting,
                HeaderRows = table.HeaderRows,
                Columns = table.Names,
                TrailerFirstCell = table.Trailer,
            },
            Key = keys.Key is { } key ? new KeyColumn { Column = key.Column.Name, Role = Roles.Of(key.Column.Header) } : null,
            SecondKey = keys.Second is { } second && resident is null ? new KeyColumn { Column = second.Column.Name, Role = Roles.OfSecond(second.Column.Header) } : null,
            RecordKey = resident is null ? [.. recordKey.Select(c => c.Name)] : [],
            Status = resident is null ? status.Rule : null,
            Detail = resident is null && status.Detail is { } detail ? new CodedColumn { Column = detail.Name } : null,
            Start = resident is null ? period.Start?.ToColumn() : null,
            End = resident is null ? [.. period.Ends.Select(e => e.ToColumn())] : [],
            EndsWithStartMonth = resident is null && period.EndsWithMonth,
            Dates = [.. dates.Where(d => !used.Contains(d.Column.Name)).Select(d => d.ToColumn())],
            Person = resident is null ? person : null,
            Forbidden = [.. forbidden.Order().Select(i => table.Names[i])],
            Resident = resident,
            // The careful answer, until staff say otherwise.
            Sensitive = resident is null,
        };
        return new LayoutDraft(layout, feedIdCertainty, schemeCertainty, period, status, recordKey, recordKeyCertainty);
    }

    /// <summary>Columns that already have a role, so that they are no status.</summary>
    static HashSet<string> Taken(
        KeyFind keys, PersonColumns? person, IReadOnlyList<DateFind> dates, IReadOnlySet<int> forbidden, SampleTable table) =>
    [
        .. new[] { keys.Key?.Column.Name, keys.Second?.Column.Name, keys.Household?.Name }.OfType<string>(),
        .. person?.Kept() ?? [],
        .. dates.Select(d => d.Column.Name),
        .. forbidden.Select(i => table.Names[i]),
        .. table.Columns.Where(c => c.Shape == CellShape.Kana || HeaderWords.IsKana(c.Header) || HeaderWords.IsPersonName(c.Header) || PersonGuess.IsSex(c)).Select(c => c.Name),
    ];
}
