using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Rows;

/// <summary>What tells a record of a feed from the others, in this file and in the next.</summary>
sealed class RecordKey(FeedLayout layout, ColumnIndex columns)
{
    const string Separator = "\u001F";

    readonly int[] indexes = [.. layout.RecordKey.Select(c => columns[c])];

    /// <summary>The first of its columns.</summary>
    public string Column => layout.RecordKey[0];

    /// <summary>Gives the key; false when it is longer than <see cref="LongValues.LongestKey"/>.</summary>
    public bool TryRead(string[] fields, out string key)
    {
        key = string.Join(Separator, indexes.Select(i => fields[i].Trim()));
        return key.Length <= LongValues.LongestKey;
    }
}
