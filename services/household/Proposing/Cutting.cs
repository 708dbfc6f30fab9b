using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Proposing;

/// <summary>A text cut into records in one way.</summary>
/// <param name="Delimiter">Between cells.</param>
/// <param name="Quoting">What a quote means.</param>
/// <param name="Records">The first records.</param>
/// <param name="Columns">Cells that most records have.</param>
/// <param name="Consistency">Share of the records that have so many, 0 to 1.</param>
sealed record Cutting(char Delimiter, Quoting Quoting, IReadOnlyList<SourceRecord> Records, int Columns, double Consistency)
{
    /// <summary>Columns of the widest file that is looked at.</summary>
    public const int MostColumns = 400;

    /// <summary>Cuts at most <paramref name="most"/> records; one that the end of a sample cuts in two is left out.</summary>
    public static Cutting Of(string text, bool whole, char delimiter, Quoting quoting, int most)
    {
        var reader = new RecordReader(delimiter, quoting);
        reader.Append(text);
        if (whole)
            reader.Complete();
        var records = new List<SourceRecord>();
        while (records.Count < most && reader.TryRead(out var record))
            records.Add(record with { Text = default });
        var common = records.Where(r => r.Problem is null)
            .GroupBy(r => r.Fields.Length)
            .OrderByDescending(g => g.Count())
            .ThenByDescending(g => g.Key)
            .FirstOrDefault();
        return common is null
            ? new Cutting(delimiter, quoting, records, 0, 0)
            : new Cutting(delimiter, quoting, records, common.Key, (double)common.Count() / records.Count);
    }
}
