using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Rows;

/// <summary>Maps the records of a department's feed by its layout.</summary>
sealed class InvolvementMapper(FeedLayout layout, ColumnIndex columns, IReadOnlySet<int> forbidden) : IRowMapper<InvolvementRow>
{
    readonly RowHash hash = new(RowReading.Of(layout));
    readonly RecordKey recordKey = new(layout, columns);
    readonly NumberCell? key = layout.Key is { } named ? new NumberCell(named.Column, columns) : null;
    readonly NumberCell? secondKey = layout.SecondKey is { } second ? new NumberCell(second.Column, columns) : null;
    readonly DateCell? start = layout.Start is { } column ? new DateCell(column, columns) : null;
    readonly PersonReader? person = layout.Person is { } described ? new PersonReader(described, columns) : null;
    readonly DateCell[] ends = [.. layout.End.Select(c => new DateCell(c, columns))];

    /// <inheritdoc />
    public (InvolvementRow? Row, Reject? Reject) Map(SourceRecord record)
    {
        string? number = null, secondNumber = null;
        if (key?.Read(record, out number) is { } badKey)
            return (null, badKey);
        if (secondKey?.Read(record, out secondNumber) is { } badSecond)
            return (null, badSecond);
        if (ReadPeriod(record, out var from, out var to) is { } badDate)
            return (null, badDate);
        if (!recordKey.TryRead(record.Fields, out var identity))
            return (null, new Reject(record.Line, recordKey.Column, RejectReasons.ValueTooLong));
        var (status, ended) = layout.Status switch
        {
            { Column: { } column } rule => (CellLabel.Of(record.Fields[columns[column]], rule.Codes), null),
            var rule => (rule?.Open ?? "", rule?.Ended),
        };
        return (new InvolvementRow
        {
            Line = record.Line,
            RecordKey = identity,
            Key = number,
            SecondKey = secondNumber,
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

    Reject? ReadPeriod(SourceRecord record, out DateOnly? from, out DateOnly? to)
    {
        (from, to) = (null, null);
        if (start?.ReadDay(record, out from) is { } badStart)
            return badStart;
        if (layout.EndsWithStartMonth && from is { } day)
            to = new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
        foreach (var end in ends)
        {
            if (end.ReadDay(record, out var last) is { } badEnd)
                return badEnd;
            if (to is null || last < to)
                to = last ?? to;
        }
        return null;
    }
}
