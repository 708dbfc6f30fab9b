using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Rows;

/// <summary>In which encoding a file can be read, as its first bytes tell.</summary>
/// <param name="Encoding">One of <see cref="SourceDecoder.Create"/>.</param>
/// <param name="Differs">True when it is not the layout's: the file is not what was agreed, and is read to be kept alone.</param>
/// <param name="Readable">False when no encoding gives sense.</param>
readonly record struct FileHead(string Encoding, bool Differs, bool Readable)
{
    /// <summary>First bytes of a file that suffice.</summary>
    public const int Bytes = 1 << 16;

    const int MostRecords = 50;

    // UTF-16 makes sense of any bytes; it is believed where every second byte is none.
    static readonly string[] Others = ["utf-8", "cp932", "utf-16le", "utf-16be"];

    /// <summary>Looks at the first bytes.</summary>
    /// <param name="head">Up to <see cref="Bytes"/> of the file.</param>
    /// <param name="whole">True when that is all of it.</param>
    /// <param name="layout">The layout.</param>
    public static FileHead Of(ReadOnlySpan<byte> head, bool whole, FeedLayout layout)
    {
        var agreed = Look(head, whole, layout, layout.File.Encoding);
        if (agreed == Fit.Whole)
            return new FileHead(layout.File.Encoding, Differs: false, Readable: true);
        var others = new List<(string Encoding, Fit Fit)>();
        foreach (var name in Others)
        {
            if (name != layout.File.Encoding)
                others.Add((name, Look(head, whole, layout, name)));
        }
        if (others.Find(o => o.Fit == Fit.Whole).Encoding is { } other)
            return new FileHead(other, Differs: true, Readable: true);
        if (agreed == Fit.Text)
            return new FileHead(layout.File.Encoding, Differs: false, Readable: true);
        return others.Find(o => o.Fit == Fit.Text).Encoding is { } text
            ? new FileHead(text, Differs: true, Readable: true)
            : new FileHead(layout.File.Encoding, Differs: false, Readable: false);
    }

    enum Fit
    {
        None,

        /// <summary>Text, though not of this layout.</summary>
        Text,

        /// <summary>The layout's columns.</summary>
        Whole,
    }

    static Fit Look(ReadOnlySpan<byte> head, bool whole, FeedLayout layout, string encoding)
    {
        var decoder = SourceDecoder.Create(encoding) ?? throw new InvalidDataException($"encoding {encoding}");
        var chars = new char[decoder.MostChars(head.Length)];
        var text = chars.AsSpan(0, decoder.Decode(head, chars, whole));
        var reader = new RecordReader(layout.File.Delimiter, layout.File.Quoting);
        reader.Append(text);
        if (whole)
            reader.Complete();
        var records = new List<string[]>();
        while (records.Count < MostRecords && reader.TryRead(out var record))
            records.Add(record.Fields);
        var columns = new ColumnIndex(layout.File.Columns);
        var header = layout.File.HeaderRows;
        if (header > 0 && records.Count >= header && columns.IsHeader(records[header - 1]))
            return Fit.Whole;
        var bad = records.Count(fields => Array.Exists(fields, f => !SourceDecoder.IsSound(f)));
        if (header == 0 && records.Count > 0 && bad * 2 <= records.Count && records.Count(f => f.Length == columns.Count) * 2 > records.Count)
            return Fit.Whole;
        if (encoding != layout.File.Encoding)
            return SourceDecoder.IsSound(text) && IsPlausible(head, encoding) ? Fit.Text : Fit.None;
        // Without the end of a first line there is only the text itself to judge by.
        var headerBad = records.Count == 0
            ? !SourceDecoder.IsSound(text)
            : records.Take(header).Any(fields => Array.Exists(fields, f => !SourceDecoder.IsSound(f)));
        return headerBad || bad * 2 > records.Count ? Fit.None : Fit.Text;
    }

    static bool IsPlausible(ReadOnlySpan<byte> head, string encoding) =>
        !encoding.StartsWith("utf-16", StringComparison.Ordinal) || head.Contains((byte)0);
}
