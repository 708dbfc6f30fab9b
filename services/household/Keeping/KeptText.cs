using System.Buffers;
using System.Text;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Keeping;

/// <summary>
/// Writes the copy of a file that may be kept: its text in UTF-8, each record on its line as received, without the cells that must not be stored. Where no
/// cells can be told apart, everything that could be such a number is blacked out.
/// </summary>
sealed class KeptText(FileLayout layout)
{
    /// <summary>The copy's encoding, whatever the source's was.</summary>
    public const string Encoding = "utf-8";

    int line = 1;
    bool started;

    /// <summary>Adds a record; lines that are no records become blank ones.</summary>
    /// <param name="scanned">The record.</param>
    /// <param name="forbidden">Columns that must not be stored.</param>
    /// <param name="into">Where the bytes go.</param>
    public void Append(ScannedRecord scanned, ForbiddenScan forbidden, IBufferWriter<byte> into)
    {
        if (!started)
        {
            // A mark of its own: one within the text is then data, as it was.
            Write("\uFEFF", into);
            started = true;
        }
        for (; line < scanned.Record.Line; line++)
            Write("\n", into);
        var text = Clean(scanned, forbidden);
        Write(text, into);
        line += LineEnds(text);
        if (text is not [.., '\r' or '\n'])
        {
            Write("\n", into);
            line++;
        }
    }

    ReadOnlySpan<char> Clean(ScannedRecord scanned, ForbiddenScan forbidden)
    {
        var record = scanned.Record;
        if (scanned.Part == FilePart.Header || record.Fields.Length != forbidden.Width)
            return ForbiddenNumbers.Mask(record.Text.ToString());
        return forbidden.Found.Any(i => record.Fields[i].Length > 0) ? Without(record, forbidden.Found) : record.Text.Span;
    }

    string Without(SourceRecord record, IReadOnlySet<int> forbidden)
    {
        var cells = record.Fields.Select((cell, i) => forbidden.Contains(i) ? "" : Quoted(cell));
        var text = record.Text.Span;
        return string.Concat(string.Join(layout.Delimiter, cells), text[text.TrimEnd("\r\n").Length..]);
    }

    string Quoted(string cell) =>
        layout.Quoting == Quoting.Quoted && cell.AsSpan().IndexOfAny(['"', '\r', '\n', layout.Delimiter]) >= 0
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;

    static int LineEnds(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (text.IndexOfAny('\r', '\n') is var at and >= 0)
        {
            text = text[(at + LineEnd.At(text, at, complete: true).Length)..];
            count++;
        }
        return count;
    }

    static void Write(ReadOnlySpan<char> text, IBufferWriter<byte> into) => _ = System.Text.Encoding.UTF8.GetBytes(text, into);
}
