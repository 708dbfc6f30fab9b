using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Rows;

/// <summary>
/// Maps the rows of a list of protective measures. A row that is set aside protects all the same as far as it can be read: somebody's slip in a date
/// must not show an address.
/// </summary>
sealed class MeasureMapper(FeedLayout layout, ColumnIndex columns, IReadOnlySet<int> forbidden) : IDisposable
{
    const string KeySeparator = "\u001F";

    readonly string keyColumn = layout.Key?.Column ?? throw new InvalidDataException("measures need key");
    readonly MeasureColumns measure = layout.Measure ?? new();
    readonly RowHash hash = new(RowReading.Of(layout));
    readonly int[] recordKey = [.. layout.RecordKey.Select(c => columns[c])];
    readonly DateCell? start = layout.Start is { } column ? new DateCell(column, columns) : null;
    readonly DateCell[] ends = [.. layout.End.Select(c => new DateCell(c, columns))];

    /// <summary>Gives the row, and why it is set aside; the row is null when nobody can be read whom it protects.</summary>
    public (MeasureRow? Row, Reject? Reject) Map(SourceRecord record)
    {
        var key = record.Fields[columns[keyColumn]];
        if (string.IsNullOrWhiteSpace(key))
            return (null, new Reject(record.Line, keyColumn, RejectReasons.KeyMissing));
        if (!RegisterNumber.TryNormalize(key, out var number))
            return (null, new Reject(record.Line, keyColumn, RejectReasons.KeyInvalid));
        Reject? reject = null;
        var row = new MeasureRow
        {
            Line = record.Line,
            RecordKey = string.Join(KeySeparator, recordKey.Select(i => record.Fields[i].Trim())),
            Number = number,
            Companions = Numbers(record, measure.Companions, ref reject),
            Opponents = Numbers(record, measure.Opponents, ref reject),
            Category = layout.Status is { Column: { } category } rule ? CellLabel.Of(record.Fields[columns[category]], rule.Codes) : "",
            Start = Day(record, start, ref reject),
            End = LastDay(record, ref reject),
            Hash = hash.Of(record.Fields, forbidden),
        };
        return (row, reject);
    }

    public void Dispose() => hash.Dispose();

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
        if (cell is null)
            return null;
        if (cell.TryRead(record.Fields, out var read) && read is not { Month: null })
            return read?.Assumed;
        reject ??= new Reject(record.Line, cell.Column, RejectReasons.DateInvalid);
        return null;
    }
}
