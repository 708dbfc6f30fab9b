using System.Text;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Rows;

namespace Tsunagu.Tests.Unit.Households.Lists;

/// <summary>A file of a made-up layout, scanned as an import does.</summary>
static class ListFile
{
    /// <summary>The rows of a file, and the scan that tells them from headers.</summary>
    public static async Task<(FileScan Scan, IReadOnlyList<ScannedRecord> Rows)> ScanAsync(FeedLayout layout, string text)
    {
        var scan = new FileScan(layout);
        var rows = new List<ScannedRecord>();
        await foreach (var scanned in scan.ReadAsync(Records(layout, text), default))
        {
            if (scanned.Part == FilePart.Data)
                rows.Add(scanned);
        }
        return (scan, rows);
    }

    /// <summary>What a mapper makes of a row, as an import asks it.</summary>
    public static (TRow? Row, Reject? Reject) Map<TRow>(this IRowMapper<TRow> mapper, ScannedRecord scanned)
        where TRow : class =>
        scanned.Reject is { } reject ? (mapper.Salvage(scanned.Record), reject) : mapper.Map(scanned.Record);

    static async IAsyncEnumerable<SourceRecord> Records(FeedLayout layout, string text)
    {
        using var reader = new FileReader(new UnicodeDecoder(Encoding.UTF8), new RecordReader(layout.File.Delimiter, layout.File.Quoting));
        await foreach (var record in reader.ReadAsync(new ReadOnlyMemory<byte>[] { Encoding.UTF8.GetBytes(text) }.ToAsyncEnumerable(), default))
            yield return record;
    }
}
