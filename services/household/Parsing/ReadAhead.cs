namespace Tsunagu.Households.Parsing;

/// <summary>
/// How far a reader may look beyond a line for the end of its record. A look that finds none is paid for and every character that is passed earns: a file
/// that opens a quote on each of its lines is read in time that grows with its length alone.
/// </summary>
/// <param name="longest">Characters a record may have.</param>
sealed class ReadAhead(int longest)
{
    // Futile looks of full length that cost nothing; more than a sound file ever has in a row.
    const int Free = 16;
    const int EarnedPerChar = 16;

    long credit = (long)Free * longest;

    /// <summary>Characters that may be looked at, 0 to the longest record.</summary>
    public int Reach => (int)Math.Clamp(credit, 0, longest);

    /// <summary>A look at so many characters found no record.</summary>
    public void Spend(int chars) => credit = Math.Max(0, credit - chars);

    /// <summary>So many characters were passed.</summary>
    public void Earn(int chars) => credit = Math.Min((long)Free * longest, credit + ((long)EarnedPerChar * chars));
}
