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
        var measure = resident is null ? ListGuess.Measures(file, keys) : null;
        var area = resident is null ? ListGuess.Areas(table, keys, dates) : null;
        var kind = resident is not null ? FeedKind.Residents
            : measure is not null ? FeedKind.ProtectiveMeasures
            : area is not null ? FeedKind.Areas
            : FeedKind.Involvement;
        var person = keys.Key is null && area is null ? PersonGuess.Of(table, dates, forbidden) : null;
        var birth = PersonGuess.Birth(dates);
        var period = PeriodGuess.Of(dates, birth);
        var taken = Taken(keys, person, measure, dates, forbidden, table);
        var status = StatusGuess.Of([.. table.Columns.Where(c => !taken.Contains(c.Name))], period);
        var (recordKey, recordKeyCertainty) = RecordKeyGuess.Of(RecordKeyCosts.Of(table, keys, dates, period, person, forbidden));
        // Whoever is protected anew has a new measure.
        if (measure is not null)
            (recordKey, recordKeyCertainty) = ([.. new[] { keys.Key?.Column, period.Start?.Column }.OfType<SampleColumn>()], Certainty.Likely);
        var (scheme, schemeCertainty) = kind switch
        {
            FeedKind.Residents => ("住民記録", Certainty.Certain),
            FeedKind.ProtectiveMeasures => ("支援措置", Certainty.Likely),
            FeedKind.Areas => ("町字と小学校区", Certainty.Likely),
            FeedKind.Involvement => FeedNames.SchemeOf(file.Sample.FileName, table.Columns.Select(c => c.Header)),
        };
        var (feedId, feedIdCertainty) = FeedNames.IdOf(file.Sample.FileName, scheme);
        var used = resident is not null
            ? [resident.BirthDate.Column, resident.ChangedOn?.Column]
            : new[] { period.Start?.Column.Name, person?.BirthDate?.Column }.Concat(period.Ends.Select(e => e.Column.Name)).ToArray();
        var records = kind == FeedKind.Involvement;
        var layout = new FeedLayout
        {
            FeedId = feedId,
            Version = 1,
            Kind = kind,
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
            SecondKey = keys.Second is { } second && kind == FeedKind.Involvement ? new KeyColumn { Column = second.Column.Name, Role = Roles.OfSecond(second.Column.Header) } : null,
            RecordKey = records || measure is not null ? [.. recordKey.Select(c => c.Name)] : [],
            Status = records || (measure is not null && status.Rule is { Column: not null }) ? status.Rule : null,
            Detail = records && status.Detail is { } detail ? new CodedColumn { Column = detail.Name } : null,
            Start = resident is null ? period.Start?.ToColumn() : null,
            End = resident is null ? [.. period.Ends.Select(e => e.ToColumn())] : [],
            EndsWithStartMonth = records && period.EndsWithMonth,
            Dates = [.. dates.Where(d => !used.Contains(d.Column.Name)).Select(d => d.ToColumn())],
            Person = records ? person : null,
            Forbidden = [.. forbidden.Order().Select(i => table.Names[i])],
            Resident = resident,
            Measure = measure,
            Area = area,
            // The careful answer, until staff say otherwise.
            Sensitive = records || measure is not null,
        };
        return new LayoutDraft(layout, feedIdCertainty, schemeCertainty, period, status, recordKey, recordKeyCertainty);
    }

    /// <summary>Columns that already have a role, so that they are no status.</summary>
    static HashSet<string> Taken(
        KeyFind keys, PersonColumns? person, MeasureColumns? measure, IReadOnlyList<DateFind> dates, IReadOnlySet<int> forbidden, SampleTable table) =>
    [
        .. measure?.Named().Select(n => n.Column) ?? [],
        .. new[] { keys.Key?.Column.Name, keys.Second?.Column.Name, keys.Household?.Name }.OfType<string>(),
        .. person?.Kept() ?? [],
        .. dates.Select(d => d.Column.Name),
        .. forbidden.Select(i => table.Names[i]),
        .. table.Columns.Where(c => c.Shape == CellShape.Kana || HeaderWords.IsKana(c.Header) || HeaderWords.IsPersonName(c.Header) || PersonGuess.IsSex(c)).Select(c => c.Name),
    ];
}
