namespace Tsunagu.Households.Parsing;

enum CutOutcome
{
    NeedMore,
    Record,
    Broken,
}

/// <summary>What was cut from the front of a text: characters and physical lines; of what is broken, the characters that were looked at.</summary>
readonly record struct Cut(CutOutcome Outcome, int Length = 0, int Lines = 0, string? Problem = null, int ProblemColumn = -1);

/// <summary>Cuts the first record from the front of a text.</summary>
ref struct RecordCut(ReadOnlySpan<char> text, char delimiter, bool complete)
{
    /// <summary>Cells of a record that are told; more than a layout has columns, so that a record with more is of none.</summary>
    public const int MostCells = 1 << 12;

    readonly ReadOnlySpan<char> text = text;
    int at;
    int lines;
    string? problem;
    int problemColumn = -1;

    public static Cut Cut(ReadOnlySpan<char> text, char delimiter, Quoting quoting, bool complete, List<string> fields)
    {
        var cut = new RecordCut(text, delimiter, complete);
        while (true)
        {
            var quoted = quoting == Quoting.Quoted && cut.at < text.Length && text[cut.at] == '"';
            if ((quoted ? cut.TakeQuoted(fields) : cut.TakePlain(quoting, fields)) is { } stop)
                return stop;
        }
    }

    /// <summary>Takes a cell and the delimiter or line end behind it; null while the record goes on.</summary>
    Cut? TakePlain(Quoting quoting, List<string> fields)
    {
        var rest = text[at..];
        var length = rest.IndexOfAny(delimiter, '\r', '\n');
        if (length < 0 && !complete)
            return default(Cut);
        var cell = length < 0 ? rest : rest[..length];
        if (quoting == Quoting.None && cell is ['"', ..] and not ['"', .., '"'])
            (problem, problemColumn) = (RejectReasons.QuoteUnterminated, fields.Count);
        if (fields.Count < MostCells)
            fields.Add(cell.ToString());
        at += cell.Length;
        return EndCell();
    }

    Cut? TakeQuoted(List<string> fields)
    {
        var from = ++at;
        var doubled = false;
        while (true)
        {
            var step = text[at..].IndexOfAny('"', '\r', '\n');
            if (step < 0)
                return complete ? new Cut(CutOutcome.Broken, text.Length) : default(Cut);
            at += step;
            if (text[at] != '"')
            {
                var end = LineEnd.At(text, at, complete);
                if (end.Cut)
                    return default(Cut);
                (at, lines) = (at + end.Length, lines + 1);
                continue;
            }
            if (at + 1 == text.Length && !complete)
                return default(Cut);
            if (at + 1 < text.Length && text[at + 1] == '"')
            {
                (at, doubled) = (at + 2, true);
                continue;
            }
            if (fields.Count < MostCells)
            {
                var cell = text[from..at].ToString();
                fields.Add(doubled ? cell.Replace("\"\"", "\"") : cell);
            }
            at++;
            return EndCell();
        }
    }

    Cut? EndCell()
    {
        if (at == text.Length)
            return complete ? Whole(0, 0) : default(Cut);
        if (text[at] == delimiter)
        {
            at++;
            return null;
        }
        var end = LineEnd.At(text, at, complete);
        if (end.Cut)
            return default(Cut);
        // Text behind a closing quote: the quotes of this line do not pair.
        return end.Length == 0 ? new Cut(CutOutcome.Broken, at) : Whole(end.Length, 1);
    }

    readonly Cut Whole(int lineEnd, int lastLine) =>
        new(CutOutcome.Record, at + lineEnd, lines + lastLine, problem, problemColumn);
}
