using System.Runtime.CompilerServices;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Rows;

/// <summary>Tells the data rows of a file from its headers and total lines, sound rows from others, and a layout that drifted.</summary>
sealed class FileScan(FeedLayout layout)
{
    // Enough rows to judge the shape of a column before the first one is kept, and no more text and cells than memory has room for.
    const int Window = 500;
    const int WindowChars = 1 << 22;
    const int WindowCells = 1 << 18;

    LongValues? longValues;
    int headersLeft = layout.File.HeaderRows;

    /// <summary>Positions of the columns.</summary>
    public ColumnIndex Columns { get; } = new(layout.File.Columns);

    /// <summary>Columns that must not be kept.</summary>
    public ForbiddenScan Forbidden { get; } = new(layout);

    /// <summary>Data rows seen, sound or not.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows whose bytes the encoding does not define.</summary>
    public int UndecodableRows { get; private set; }

    /// <summary>Rows with too few or too many cells, or that are no rows at all.</summary>
    public int MisshapenRows { get; private set; }

    /// <summary>True when the header is not the layout's.</summary>
    public bool HeaderDiffers { get; private set; }

    /// <summary>True when the header holds bytes that the encoding does not define.</summary>
    public bool HeaderUndecodable { get; private set; }

    /// <summary>Every record in file order; a row that cannot be kept comes with the reason.</summary>
    public async IAsyncEnumerable<ScannedRecord> ReadAsync(
        IAsyncEnumerable<SourceRecord> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var held = new List<ScannedRecord>();
        var (chars, cells) = (0, 0);
        var judged = false;
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            var scanned = Scan(record);
            if (judged || scanned.Part == FilePart.Header)
            {
                yield return scanned;
                continue;
            }
            held.Add(scanned with { Record = record.Detached() });
            chars += record.Text.Length;
            cells += record.Fields.Length;
            if (held.Count < Window && chars < WindowChars && cells < WindowCells)
                continue;
            Forbidden.Judge();
            judged = true;
            foreach (var one in held)
                yield return one;
            held.Clear();
        }
        Forbidden.Judge();
        foreach (var one in held)
            yield return one;
    }

    ScannedRecord Scan(SourceRecord record)
    {
        var part = PartOf(record);
        if (part == FilePart.Data)
        {
            Rows++;
            return new ScannedRecord(record, Check(record), part);
        }
        if (part == FilePart.Other && record.Fields.Length == Forbidden.Width)
            Forbidden.Look(record.Fields);
        return new ScannedRecord(record, null, part);
    }

    FilePart PartOf(SourceRecord record)
    {
        if (headersLeft > 0)
        {
            HeaderUndecodable |= Array.Exists(record.Fields, f => !SourceDecoder.IsSound(f));
            if (--headersLeft == 0 && !Columns.IsHeader(record.Fields))
            {
                HeaderDiffers = true;
                Forbidden.Replace(record.Fields);
            }
            return FilePart.Header;
        }
        // After a foreign header nothing can be mapped; the rest is only hashed and kept.
        if (HeaderDiffers)
            return FilePart.Other;
        if (layout.File.TrailerFirstCell is { } total && record.Fields is [var first, ..] && first.Trim() == total)
            return FilePart.Other;
        return layout.File.HeaderRows > 0 && Columns.IsHeader(record.Fields) ? FilePart.Other : FilePart.Data;
    }

    Reject? Check(SourceRecord record)
    {
        if (record.Problem is { } problem)
        {
            MisshapenRows++;
            return new Reject(record.Line, Columns.NameOf(record.ProblemColumn), problem);
        }
        var undecodable = Array.FindIndex(record.Fields, f => !SourceDecoder.IsSound(f));
        if (undecodable >= 0)
        {
            UndecodableRows++;
            return new Reject(record.Line, Columns.NameOf(undecodable), RejectReasons.BytesInvalid);
        }
        if (record.Fields.Length != Columns.Count)
        {
            MisshapenRows++;
            return new Reject(record.Line, "", RejectReasons.ColumnCount);
        }
        Forbidden.Look(record.Fields);
        longValues ??= new LongValues(layout, Columns);
        return longValues.Find(record.Fields) is >= 0 and var tooLong
            ? new Reject(record.Line, Columns.NameOf(tooLong), RejectReasons.ValueTooLong)
            : null;
    }
}
