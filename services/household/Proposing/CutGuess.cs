using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Proposing;

/// <summary>How the text of a file is cut into records.</summary>
/// <param name="Cutting">The cut that fits best.</param>
/// <param name="Delimiter">Certainty of the delimiter.</param>
/// <param name="Quoting">Certainty of the quoting.</param>
/// <param name="Quotes">What was seen of quotes.</param>
/// <param name="Newline">CRLF, LF, CR or a mixture.</param>
sealed record CutGuess(Cutting Cutting, Certainty Delimiter, Certainty Quoting, QuoteEvidence Quotes, string Newline)
{
    const int Trial = 400;
    /// <summary>Records of the largest sample.</summary>
    public const int Most = 5000;

    const int QuoteSpan = 1 << 18;
    const double Steady = 0.85;
    const double Loose = 0.6;

    static readonly char[] Delimiters = [',', '\t', ';', '|'];

    /// <summary>Tries every delimiter; the one by which records have the same number of cells is it.</summary>
    public static CutGuess Of(string text, bool whole)
    {
        var trials = Delimiters.Select(d => (Cut: Best(text, whole, d), Quotes: QuotesOf(text, d)))
            .Where(t => t.Cut.Columns is > 1 and <= Cutting.MostColumns)
            .OrderByDescending(t => t.Cut.Consistency >= Steady)
            .ThenByDescending(t => t.Cut.Consistency >= Loose)
            .ThenByDescending(t => t.Cut.Consistency * t.Cut.Columns)
            .ToList();
        if (trials.Count == 0)
        {
            var quotes = QuotesOf(text, ',');
            return new(Cutting.Of(text, whole, ',', Meaning(quotes), Most), Certainty.Unsure, Certainty.Unsure, quotes, Newlines(text));
        }
        var (best, evidence) = trials[0];
        var rival = trials.Skip(1).Any(t => t.Cut.Consistency >= best.Consistency - 0.1 && t.Cut.Columns * 2 >= best.Columns);
        var certainty = best.Consistency < Loose || rival || best.Records.Count < 2 ? Certainty.Unsure
            : best.Consistency < Steady ? Certainty.Likely
            : Certainty.Certain;
        return new(
            Cutting.Of(text, whole, best.Delimiter, best.Quoting, Most), certainty, Meant(evidence), evidence, Newlines(text));
    }

    static Cutting Best(string text, bool whole, char delimiter) =>
        Cutting.Of(text, whole, delimiter, Meaning(QuotesOf(text, delimiter)), Trial);

    static QuoteEvidence QuotesOf(string text, char delimiter) =>
        QuoteEvidence.Of(text.AsSpan(0, Math.Min(text.Length, QuoteSpan)), delimiter);

    /// <summary>Quotes that wrap no cell, or that more often stand elsewhere, are data.</summary>
    static Quoting Meaning(QuoteEvidence quotes) =>
        quotes.Loose > 0 && quotes.Wrapped <= quotes.Loose / 4 ? Parsing.Quoting.None : Parsing.Quoting.Quoted;

    static Certainty Meant(QuoteEvidence quotes) => quotes switch
    {
        { Wrapped: 0 } => Certainty.Likely,
        { Loose: 0 } => Certainty.Certain,
        _ => quotes.Wrapped > quotes.Loose * 4 ? Certainty.Likely : Certainty.Unsure,
    };

    static string Newlines(string text)
    {
        var (crlf, lf, cr) = (0, 0, 0);
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case '\n' when !quoted:
                    _ = i > 0 && text[i - 1] == '\r' ? crlf++ : lf++;
                    break;
                case '\r' when !quoted && (i + 1 == text.Length || text[i + 1] != '\n'):
                    cr++;
                    break;
            }
        }
        var most = Math.Max(crlf, Math.Max(lf, cr));
        return most * 10 < (crlf + lf + cr) * 9 ? "mixed" : most == crlf ? "CRLF" : most == lf ? "LF" : "CR";
    }
}
