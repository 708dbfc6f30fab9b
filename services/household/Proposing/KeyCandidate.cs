namespace Tsunagu.Households.Proposing;

/// <summary>A column of numbers, compared with the register.</summary>
/// <param name="Column">The column.</param>
/// <param name="Rows">Rows that were compared.</param>
/// <param name="Matched">Share of them whose number is in the register, 0 to 1.</param>
/// <param name="Chance">Share of made-up numbers of the same range that are in the register: how often a number that means something else hits.</param>
/// <param name="Agreed">Share of the matched rows that name the same person: kana, name or birth date; null when nothing can be compared.</param>
/// <param name="Witness">Column by which they agree.</param>
/// <param name="Households">Column that holds the 世帯番号 of the matched persons, or null.</param>
/// <param name="Heads">Share of the matched persons whose own number is their 世帯番号.</param>
sealed record KeyCandidate(
    SampleColumn Column, int Rows, double Matched, double Chance, double? Agreed, SampleColumn? Witness, SampleColumn? Households, double Heads)
{
    // A name typed otherwise, a birth date by assumption: the others still agree.
    const double Agreement = 0.6;
    const int Few = 5;

    /// <summary>Rows and register speak of the same people.</summary>
    public bool IsProven => Agreed >= Agreement && Rows * Matched >= Few;

    /// <summary>Rows and register speak of different people.</summary>
    public bool IsRefuted => Agreed < 0.2 && Rows * Matched >= Few * 2;

    /// <summary>More numbers are known than chance would have it.</summary>
    public bool IsTelling => Matched >= 0.5 && Matched - Chance >= 0.4;

    /// <summary>The numbers may be 世帯番号 of a city in which these are the numbers of the heads.</summary>
    public bool IsOfHeads => Heads >= 0.8;

    /// <summary>Named like a 宛名番号.</summary>
    public bool IsNamed => HeaderWords.IsKey(Column.Header);
}
