using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Rows;

/// <summary>Reads one date column.</summary>
sealed class DateCell(DateColumn column, ColumnIndex columns)
{
    readonly DatePattern pattern = DatePattern.Create(column.Style) ?? throw new InvalidDataException($"date pattern {column.Style}");
    readonly int index = columns[column.Column];

    public string Column => column.Column;

    /// <summary>The first day that the cell may mean, null for no date, or why the row cannot be kept: a period without a month is no period.</summary>
    public Reject? ReadDay(SourceRecord record, out DateOnly? day)
    {
        day = null;
        if (!TryRead(record.Fields, out var read) || read is { Month: null })
            return new Reject(record.Line, Column, RejectReasons.DateInvalid);
        day = read?.Assumed;
        return null;
    }

    /// <summary>False when the cell holds a day that does not exist; a cell that means no date gives null.</summary>
    public bool TryRead(string[] fields, out PartialDate? date)
    {
        var text = fields[index].Trim();
        date = null;
        if (text.Length == 0 || column.None.Contains(text))
            return true;
        date = pattern.Parse(text);
        return date is not null;
    }
}
