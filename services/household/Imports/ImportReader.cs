using Npgsql;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Imports;

/// <summary>Reads a file to its end, staging its rows as they come.</summary>
sealed class ImportReader(FeedLayout layout, Guid import, ImportProgress progress)
{
    // A file of which this share cannot be read is not a file of this layout with a few bad rows.
    const double Unfit = 0.5;

    public async Task<ReceivedFile> ReadAsync(
        NpgsqlConnection connection, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken ct)
    {
        var decoder = SourceDecoder.Create(layout.File.Encoding) ?? throw new InvalidDataException($"encoding {layout.File.Encoding}");
        using var file = new FileReader(decoder, new RecordReader(layout.File.Delimiter, layout.File.Quoting));
        var scan = new FileScan(layout);
        using Staging staging = layout.Kind == FeedKind.Residents ? new ResidentStaging(layout, scan) : new InvolvementStaging(layout, scan);
        var rejected = 0;
        await using (var copy = await staging.BeginAsync(connection, ct))
        {
            await foreach (var (record, reject) in scan.ReadAsync(file.ReadAsync(pieces, ct), ct))
            {
                if (await staging.WriteAsync(copy, import, record, reject, ct))
                    rejected++;
                progress.Report(scan.Rows, file.Bytes);
            }
            _ = await copy.CompleteAsync(ct);
        }
        return new ReceivedFile(file.Sha256(), file.Bytes, scan.Rows, rejected, scan.Forbidden.Names, Problem(scan));
    }

    string? Problem(FileScan scan)
    {
        if (scan.HeaderUndecodable || scan.UndecodableRows > scan.Rows * Unfit)
            return ImportProblems.Encoding;
        if (scan.HeaderDiffers || scan.MisshapenRows > scan.Rows * Unfit)
            return ImportProblems.Layout;
        return scan.Forbidden.Names.Intersect(layout.Kept()).Any() ? ImportProblems.ForbiddenNumber : null;
    }
}
