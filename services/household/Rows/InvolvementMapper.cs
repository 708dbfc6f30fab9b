using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Rows;

/// <summary>Maps the records of a department's feed by its layout.</summary>
sealed class InvolvementMapper(FeedLayout layout, ColumnIndex columns, IReadOnlySet<int> forbidden) : IDisposable
{
    const string KeySeparator = "\u001F";

    readonly RowHash hash = new(RowReading.Of(layout));
    readonly int[] recordKey = [.. layout.RecordKey.Select(c => columns[c])];
    readonly DateCell? start = layout.Start is { } column ? new DateCell(column, columns) : null;
    readonly PersonReader? person = layout.Person is { } described ? new PersonReader(described, columns) : null;
    readonly DateCell[] ends = [.. layout.End.Select(c => new DateCell(c, columns))];

    /// <summary>Gives the row, or why it is set aside.</summary>
    public (InvolvementRow? Row, Reject? Reject) Map(SourceRecord record)
    {
        if (ReadKey(record, layout.Key, out var key) is { } badKey)
            return (null, badKey);
        if (ReadKey(record, layout.SecondKey, out var secondKey) is { } badSecond)
            return (null, badSecond);
        if (ReadPeriod(record, out var from, out var to) is { } badDate)
            return (null, badDate);
        var identity = string.Join(KeySeparator, recordKey.Select(i => record.Fields[i].Trim()));
        if (identity.Length > LongValues.LongestKey)
            return (null, new Reject(record.Line, layout.RecordKey[0], RejectReasons.ValueTooLong));
        var (status, ended) = layout.Status switch
        {
            { Column: { } column } rule => (CellLabel.Of(record.Fields[columns[column]], rule.Codes), null),
            var rule => (rule?.Open ?? "", rule?.Ended),
        };
        return (new InvolvementRow
        {
            Line = record.Line,
            RecordKey = identity,
            Key = key,
            SecondKey = secondKey,
            Status = status,
            EndedStatus = ended,
            Detail = layout.Detail is { } detail ? CellLabel.Of(record.Fields[columns[detail.Column]], detail.Codes) : "",
            Start = from,
            End = to,
            Person = person?.Read(record.Fields),
            Hash = hash.Of(record.Fields, forbidden),
        }, null);
    }

    public void Dispose() => hash.Dispose();

    Reject? ReadKey(SourceRecord record, KeyColumn? column, out string? number)
    {
        number = null;
        if (column is null)
            return null;
        var text = record.Fields[columns[column.Column]];
        if (string.IsNullOrWhiteSpace(text))
            return new Reject(record.Line, column.Column, RejectReasons.KeyMissing);
        if (!RegisterNumber.TryNormalize(text, out var read))
            return new Reject(record.Line, column.Column, RejectReasons.KeyInvalid);
        number = read;
        return null;
    }

    Reject? ReadPeriod(SourceRecord record, out DateOnly? from, out DateOnly? to)
    {
        to = null;
        if (ReadDay(record, start, out from) is { } badStart)
            return badStart;
        if (layout.EndsWithStartMonth && from is { } day)
            to = day.AddMonths(1).AddDays(-day.Day);
        foreach (var end in ends)
        {
            if (ReadDay(record, end, out var last) is { } badEnd)
                return badEnd;
            if (to is null || last < to)
                to = last ?? to;
        }
        return null;
    }

    static Reject? ReadDay(SourceRecord record, DateCell? cell, out DateOnly? day)
    {
        day = null;
        if (cell is null)
            return null;
        // A period without a month is no period; only birth dates are that vague.
        if (!cell.TryRead(record.Fields, out var read) || read is { Month: null })
            return new Reject(record.Line, cell.Column, RejectReasons.DateInvalid);
        day = read?.Assumed;
        return null;
    }
}
