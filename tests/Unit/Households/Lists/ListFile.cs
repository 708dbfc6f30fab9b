using System.Text;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Rows;

namespace Tsunagu.Tests.Unit.Households.Lists;

/// <summary>A file of a made-up layout, scanned as an import does.</summary>
static class ListFile
{
    /// <summary>The records of a file, and the scan that tells them from headers.</summary>
    public static async Task<(FileScan Scan, IReadOnlyList<SourceRecord> Rows)> ScanAsync(FeedLayout layout, string text)
    {
        var scan = new FileScan(layout);
        var rows = new List<SourceRecord>();
        await foreach (var scanned in scan.ReadAsync(Records(layout, text), default))
        {
            if (scanned.Part == FilePart.Data && scanned.Reject is null)
                rows.Add(scanned.Record);
        }
        return (scan, rows);
    }

    static async IAsyncEnumerable<SourceRecord> Records(FeedLayout layout, string text)
    {
        using var reader = new FileReader(new UnicodeDecoder(Encoding.UTF8), new RecordReader(layout.File.Delimiter, layout.File.Quoting));
        await foreach (var record in reader.ReadAsync(new ReadOnlyMemory<byte>[] { Encoding.UTF8.GetBytes(text) }.ToAsyncEnumerable(), default))
            yield return record;
    }
}
