namespace Tsunagu.Households.Parsing;

/// <summary>
/// Cuts a stream of characters into records in bounded memory and in time that grows with its length alone. A record whose quotes are broken costs its first
/// physical line alone: reading resumes on the next one. A byte order mark before a record is what joining two files leaves, and no part of it.
/// </summary>
sealed class RecordReader(char delimiter, Quoting quoting, int longestRecord = RecordReader.LongestRecord)
{
    /// <summary>Characters a record may have; a longer one is set aside.</summary>
    public const int LongestRecord = 1 << 20;

    // Of a line that is no record, enough is told to find it by.
    const int LongestAside = 1 << 16;
    const char ByteOrderMark = '\uFEFF';

    readonly ReadAhead ahead = new(longestRecord);
    readonly List<string> fields = [];
    char[] buffer = new char[1 << 16];
    int start;
    int end;
    int line = 1;
    int enough;
    bool complete;
    bool skipping;

    /// <summary>Adds characters; every record they complete is to be read before the next call.</summary>
    public void Append(ReadOnlySpan<char> chars)
    {
        if (buffer.Length - end < chars.Length)
        {
            var kept = buffer.AsSpan(start, end - start);
            var target = kept.Length + chars.Length > buffer.Length ? new char[Math.Max(buffer.Length * 2, kept.Length + chars.Length)] : buffer;
            kept.CopyTo(target);
            (buffer, start, end) = (target, 0, kept.Length);
        }
        chars.CopyTo(buffer.AsSpan(end));
        end += chars.Length;
    }

    /// <summary>No more characters will come.</summary>
    public void Complete() => complete = true;

    /// <summary>False when more characters are needed, or none are left. Blank lines are skipped.</summary>
    public bool TryRead(out SourceRecord record)
    {
        while (true)
        {
            record = default;
            var rest = buffer.AsSpan(start, end - start);
            if (rest.IsEmpty || (skipping && !SkipLine(rest)))
                return false;
            if (skipping)
            {
                skipping = false;
                continue;
            }
            if (rest[0] == ByteOrderMark)
            {
                Advance(1, 0);
                continue;
            }
            if (LineEnd.At(rest, 0, complete) is { Length: > 0 } blank)
            {
                Advance(blank.Length, 1);
                continue;
            }
            if (!complete && rest.Length < enough && rest.Length <= longestRecord)
                return false;
            fields.Clear();
            var seen = rest[..InSight(rest)];
            var cut = RecordCut.Cut(seen, delimiter, quoting, complete && seen.Length == rest.Length, fields);
            switch (cut.Outcome)
            {
                case CutOutcome.NeedMore when seen.Length == rest.Length && rest.Length <= longestRecord:
                    // Looked at again only when it has grown by a share of itself: a long record is not cut anew for each piece of it.
                    enough = rest.Length + Math.Max(1, rest.Length / 4);
                    return false;
                case CutOutcome.Record when fields is ["\u001A"]:
                    // The end-of-file mark of old systems.
                    Advance(cut.Length, cut.Lines);
                    continue;
                case CutOutcome.Record:
                    record = new SourceRecord(line, [.. fields], cut.Problem, cut.ProblemColumn, buffer.AsMemory(start, cut.Length));
                    Advance(cut.Length, cut.Lines);
                    return true;
                case CutOutcome.Broken or CutOutcome.NeedMore:
                    ahead.Spend(cut.Outcome == CutOutcome.Broken ? cut.Length : seen.Length);
                    record = SetLineAside(rest, cut);
                    return true;
            }
        }
    }

    // Always the first line, however long, and beyond it as far as the reader may look.
    int InSight(ReadOnlySpan<char> rest)
    {
        if (rest.Length <= ahead.Reach)
            return rest.Length;
        var lineEnd = rest.IndexOfAny('\r', '\n');
        return lineEnd < 0 ? rest.Length : Math.Min(rest.Length, Math.Max(lineEnd + 2, ahead.Reach));
    }

    SourceRecord SetLineAside(ReadOnlySpan<char> rest, Cut cut)
    {
        var reason = cut.Outcome == CutOutcome.NeedMore && rest.IndexOfAny('\r', '\n') < 0
            ? RejectReasons.LineTooLong
            : RejectReasons.QuoteUnterminated;
        var first = rest.IndexOfAny('\r', '\n');
        var text = buffer.AsMemory(start, Math.Min(first < 0 ? rest.Length : first, LongestAside));
        var aside = new SourceRecord(line, [], reason, Text: text);
        skipping = !SkipLine(rest);
        return aside;
    }

    bool SkipLine(ReadOnlySpan<char> rest)
    {
        var at = rest.IndexOfAny('\r', '\n');
        var lineEnd = at < 0 ? default : LineEnd.At(rest, at, complete);
        if (lineEnd.Length == 0)
        {
            // A line end may be cut in two by the edge of the piece.
            Advance(at < 0 || complete ? rest.Length : at, 0);
            return false;
        }
        Advance(at + lineEnd.Length, 1);
        return true;
    }

    void Advance(int chars, int lines)
    {
        ahead.Earn(chars);
        enough = 0;
        start += chars;
        line += lines;
        if (start == end)
            start = end = 0;
    }
}
