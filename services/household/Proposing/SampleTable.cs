using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Proposing;

/// <summary>The records of a sample, told from headers and total lines.</summary>
/// <param name="HeaderRows">Lines before the first record.</param>
/// <param name="Header">Certainty of their number.</param>
/// <param name="Names">Column names, each once.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Trailer">First cell of the total line, or null.</param>
/// <param name="TrailerCertainty">Certainty of the total line, or of its absence.</param>
/// <param name="Records">Everything that was cut, headers included.</param>
/// <param name="Misshapen">Records with too few or too many cells.</param>
sealed record SampleTable(
    int HeaderRows,
    Certainty Header,
    IReadOnlyList<string> Names,
    IReadOnlyList<SampleColumn> Columns,
    string? Trailer,
    Certainty TrailerCertainty,
    IReadOnlyList<SourceRecord> Records,
    int Misshapen)
{
    /// <summary>Data rows of the right shape.</summary>
    public int Rows => Columns.Count == 0 ? 0 : Columns[0].Cells.Count;

    /// <summary>Finds headers and total line, and turns the rest by columns.</summary>
    public static SampleTable Of(Cutting cutting, bool whole)
    {
        if (cutting.Columns > Cutting.MostColumns)
            return new(0, Certainty.Unsure, [], [], null, Certainty.Unsure, [], cutting.Records.Count);
        var body = cutting.Records.Where(r => r.Problem is null && r.Fields.Length == cutting.Columns).Select(r => r.Fields).ToList();
        var shapes = ColumnShapes.Of(body);
        var (headers, certainty) = HeaderGuess.Of(cutting.Records, shapes);
        var header = headers > 0 ? cutting.Records[headers - 1].Fields : [];
        var data = cutting.Records.Skip(headers).Where(r => !r.Fields.SequenceEqual(header)).ToList();
        var (trailer, trailerCertainty) = TrailerGuess.Of(data, shapes, whole && cutting.Records.Count < CutGuess.Most);
        var sound = data.Where(r => r.Problem is null && r.Fields.Length == cutting.Columns && !(trailer is not null && r.Fields[0].Trim() == trailer))
            .Select(r => r.Fields)
            .ToList();
        var names = ColumnNames.Of(header, cutting.Columns);
        var columns = Enumerable.Range(0, cutting.Columns)
            .Select(i => new SampleColumn(i, names[i], headers > 0 ? header[i] : "", [.. sound.Select(f => f[i])]))
            .ToList();
        var misshapen = data.Count - sound.Count - (trailer is null ? 0 : 1);
        return new(headers, certainty, names, columns, trailer, trailerCertainty, cutting.Records, Math.Max(0, misshapen));
    }
}
