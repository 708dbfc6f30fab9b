using Tsunagu.Households.Domain;
using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Rows;

/// <summary>Reads one column of 宛名番号 or 世帯番号.</summary>
sealed class NumberCell(string column, ColumnIndex columns)
{
    readonly int index = columns[column];

    /// <summary>Gives the number, or why the row cannot be kept.</summary>
    public Reject? Read(SourceRecord record, out string number)
    {
        var text = record.Fields[index];
        if (RegisterNumber.TryNormalize(text, out number))
            return null;
        return new Reject(record.Line, column, string.IsNullOrWhiteSpace(text) ? RejectReasons.KeyMissing : RejectReasons.KeyInvalid);
    }
}
