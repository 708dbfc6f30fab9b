namespace Tsunagu.Households.Proposing;

/// <summary>What the quotes of a text do.</summary>
/// <param name="Wrapped">Cells that stand in quotes from end to end.</param>
/// <param name="Cells">Cells.</param>
/// <param name="Loose">Quotes elsewhere.</param>
readonly record struct QuoteEvidence(int Wrapped, int Cells, int Loose)
{
    // A quoted cell is closed soon; a quote that is data finds its partner records later.
    const int LongestCell = 4000;

    /// <summary>Counts quotes at the edges of cells and elsewhere.</summary>
    public static QuoteEvidence Of(ReadOnlySpan<char> text, char delimiter)
    {
        var (wrapped, cells, loose) = (0, 0, 0);
        for (var at = 0; at < text.Length;)
        {
            cells++;
            if (text[at] == '"' && Closing(text, at, delimiter) is { } next)
            {
                wrapped++;
                at = next;
            }
            while (at < text.Length && text[at] != delimiter && text[at] is not ('\r' or '\n'))
                loose += text[at++] == '"' ? 1 : 0;
            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
        }
        return new(wrapped, cells, loose);
    }

    /// <summary>Position behind the quote that closes a cell, or null.</summary>
    static int? Closing(ReadOnlySpan<char> text, int open, char delimiter)
    {
        var most = Math.Min(text.Length, open + LongestCell);
        for (var at = open + 1; at < most; at++)
        {
            if (text[at] != '"')
                continue;
            if (at + 1 < text.Length && text[at + 1] == '"')
                at++;
            else
                return at + 1 == text.Length || text[at + 1] == delimiter || text[at + 1] is '\r' or '\n' ? at + 1 : null;
        }
        return null;
    }
}
