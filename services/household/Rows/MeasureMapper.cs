using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Rows;

/// <summary>
/// Maps the rows of a list of protective measures. A row that is set aside protects all the same as far as it can be read: somebody's slip in a date
/// must not show an address.
/// </summary>
sealed class MeasureMapper(FeedLayout layout, ColumnIndex columns, IReadOnlySet<int> forbidden) : IRowMapper<MeasureRow>
{
    readonly NumberCell key = new(layout.Key?.Column ?? throw new InvalidDataException("measures need key"), columns);
    readonly MeasureColumns measure = layout.Measure ?? new();
    readonly RowHash hash = new(RowReading.Of(layout));
    readonly RecordKey recordKey = new(layout, columns);
    readonly DateCell? start = layout.Start is { } column ? new DateCell(column, columns) : null;
    readonly DateCell[] ends = [.. layout.End.Select(c => new DateCell(c, columns))];
    readonly int? category = layout.Status?.Column is { } status ? columns[status] : null;

    /// <summary>Gives the row, and why it is set aside; the row is null when nobody can be read whom it protects.</summary>
    public (MeasureRow? Row, Reject? Reject) Map(SourceRecord record)
    {
        if (key.Read(record, out var number) is { } badKey)
            return (null, badKey);
        Reject? reject = null;
        var digest = hash.Of(record.Fields, forbidden);
        var row = new MeasureRow
        {
            Line = record.Line,
            RecordKey = Identity(record, digest, ref reject),
            Number = number,
            Companions = Numbers(record, measure.Companions, ref reject),
            Opponents = Numbers(record, measure.Opponents, ref reject),
            Category = category is { } cell && IsKept(record.Fields[cell]) ? CellLabel.Of(record.Fields[cell], layout.Status?.Codes) : "",
            Start = Day(record, start, ref reject),
            End = LastDay(record, ref reject),
            Hash = digest,
        };
        return (row, reject);
    }

    /// <inheritdoc />
    public MeasureRow? Salvage(SourceRecord record) =>
        record.Problem is null && record.Fields.Length == columns.Count ? Map(record).Row : null;

    public void Dispose() => hash.Dispose();

    // A row that cannot be told from others by its own cells is told by all of them.
    string Identity(SourceRecord record, Guid digest, ref Reject? reject)
    {
        var told = recordKey.TryRead(record.Fields, out var identity);
        if (!told)
            reject ??= new Reject(record.Line, recordKey.Column, RejectReasons.ValueTooLong);
        return told && SourceDecoder.IsSound(identity) ? identity : digest.ToString();
    }

    static bool IsKept(string cell) => cell.Length <= LongValues.LongestValue && SourceDecoder.IsSound(cell);

    string[] Numbers(SourceRecord record, IReadOnlyList<string> among, ref Reject? reject)
    {
        var separators = measure.Separators.Length > 0 ? measure.Separators : MeasureColumns.UsualSeparators;
        var numbers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var column in among)
        {
            foreach (var part in record.Fields[columns[column]].Split(separators.ToCharArray()).Where(p => !string.IsNullOrWhiteSpace(p)))
            {
                if (RegisterNumber.TryNormalize(part, out var number))
                    _ = numbers.Add(number);
                else
                    reject ??= new Reject(record.Line, column, RejectReasons.KeyInvalid);
            }
        }
        return [.. numbers];
    }

    DateOnly? LastDay(SourceRecord record, ref Reject? reject)
    {
        DateOnly? last = null;
        foreach (var end in ends)
        {
            var day = Day(record, end, ref reject);
            last = last is null || day < last ? day ?? last : last;
        }
        return last;
    }

    static DateOnly? Day(SourceRecord record, DateCell? cell, ref Reject? reject)
    {
        DateOnly? day = null;
        var bad = cell?.ReadDay(record, out day);
        reject ??= bad;
        return day;
    }
}
