using System.Runtime.CompilerServices;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Rows;

/// <summary>Tells the data rows of a file from its headers and total lines, sound rows from others, and a layout that drifted.</summary>
sealed class FileScan(FeedLayout layout)
{
    // Enough rows to judge the shape of a column before the first one is kept.
    const int Window = 500;

    int headersLeft = layout.File.HeaderRows;

    /// <summary>Positions of the columns.</summary>
    public ColumnIndex Columns { get; } = new(layout.File.Columns);

    /// <summary>Columns that must not be kept.</summary>
    public ForbiddenScan Forbidden { get; } = new(layout, new ColumnIndex(layout.File.Columns));

    /// <summary>Data rows seen, sound or not.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows whose bytes the encoding does not define.</summary>
    public int UndecodableRows { get; private set; }

    /// <summary>Rows with too few or too many cells.</summary>
    public int MisshapenRows { get; private set; }

    /// <summary>True when the header is not the layout's.</summary>
    public bool HeaderDiffers { get; private set; }

    /// <summary>True when the header holds bytes that the encoding does not define.</summary>
    public bool HeaderUndecodable { get; private set; }

    /// <summary>The data rows in file order, each with the reason why it cannot be kept, if any.</summary>
    public async IAsyncEnumerable<(SourceRecord Record, Reject? Reject)> ReadAsync(
        IAsyncEnumerable<SourceRecord> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var held = new List<(SourceRecord, Reject?)>();
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            if (!IsData(record))
                continue;
            Rows++;
            var row = (record, Check(record));
            if (Rows > Window)
            {
                yield return row;
                continue;
            }
            held.Add(row);
            if (Rows < Window)
                continue;
            Forbidden.Judge();
            foreach (var one in held)
                yield return one;
            held.Clear();
        }
        Forbidden.Judge();
        foreach (var one in held)
            yield return one;
    }

    bool IsData(SourceRecord record)
    {
        if (headersLeft > 0)
        {
            HeaderUndecodable |= Array.Exists(record.Fields, f => f.Contains(SourceDecoder.Invalid));
            if (--headersLeft == 0)
                HeaderDiffers = !Columns.IsHeader(record.Fields);
            return false;
        }
        // After a foreign header nothing can be mapped; the rest is only hashed.
        if (HeaderDiffers)
            return false;
        if (layout.File.TrailerFirstCell is { } total && record.Fields is [var first, ..] && first.Trim() == total)
            return false;
        return layout.File.HeaderRows == 0 || !Columns.IsHeader(record.Fields);
    }

    Reject? Check(SourceRecord record)
    {
        if (record.Problem is { } problem)
            return new Reject(record.Line, Columns.NameOf(record.ProblemColumn), problem);
        var undecodable = Array.FindIndex(record.Fields, f => f.AsSpan().IndexOfAny(SourceDecoder.Invalid, '\0') >= 0);
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
        return null;
    }
}
