using System.Runtime.CompilerServices;
using Npgsql;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Keeping;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Imports;

/// <summary>Reads a file to its end, staging its rows and keeping its copy as they come.</summary>
/// <param name="layout">The feed's layout.</param>
/// <param name="import">The import.</param>
/// <param name="progress">Told how far it is.</param>
/// <param name="copy">Keeps the file; null when it is read from its copy.</param>
/// <param name="known">Rows that the register holds already.</param>
/// <param name="reading">Lets people go first.</param>
sealed class ImportReader(FeedLayout layout, Guid import, ImportProgress progress, KeptWriter? copy, KnownRows known, RightOfWay.Reading reading)
{
    // A file of which this share cannot be read is not a file of this layout with a few bad rows.
    const double Unfit = 0.5;

    public async Task<ReceivedFile> ReadAsync(
        NpgsqlConnection connection, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken ct)
    {
        await using var source = pieces.GetAsyncEnumerator(ct);
        var first = new MemoryStream();
        var whole = false;
        while (!whole && first.Length < FileHead.Bytes)
        {
            whole = !await source.MoveNextAsync();
            if (!whole)
                first.Write(source.Current.Span);
        }
        var bytes = first.GetBuffer().AsMemory(0, (int)first.Length);
        var head = copy is null
            ? new FileHead(KeptText.Encoding, Differs: false, Readable: true)
            : FileHead.Of(bytes.Span[..Math.Min(bytes.Length, FileHead.Bytes)], whole && bytes.Length <= FileHead.Bytes, layout);
        return await ReadAsync(connection, head, Rejoin(bytes, source, whole, ct), ct);
    }

    async Task<ReceivedFile> ReadAsync(
        NpgsqlConnection connection, FileHead head, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken ct)
    {
        var decoder = SourceDecoder.Create(head.Encoding) ?? throw new InvalidDataException($"encoding {head.Encoding}");
        using var file = new FileReader(decoder, new RecordReader(layout.File.Delimiter, layout.File.Quoting));
        var scan = new FileScan(layout);
        using Staging staging = layout.Kind switch
        {
            FeedKind.Involvement => new InvolvementStaging(layout, scan),
            FeedKind.Residents => new ResidentStaging(layout, scan, known),
            FeedKind.ProtectiveMeasures => new MeasureStaging(layout, scan),
            FeedKind.Areas => new AreaStaging(layout, scan),
        };
        var rejected = 0;
        await using (var staged = await staging.BeginAsync(connection, ct))
        {
            await foreach (var scanned in scan.ReadAsync(file.ReadAsync(pieces, ct), ct))
            {
                if (copy is not null && head.Readable)
                    await copy.AddAsync(scanned, scan.Forbidden, ct);
                if (scanned.Part == FilePart.Data && !head.Differs && await staging.WriteAsync(staged, import, scanned.Record, scanned.Reject, ct))
                    rejected++;
                progress.Report(scan.Rows, file.Bytes);
                await reading.RestAsync(ct);
            }
            _ = await staged.CompleteAsync(ct);
        }
        return new ReceivedFile(file.Sha256(), file.Bytes, scan.Rows, rejected, scan.Forbidden.ShownNames, Problem(head, scan))
        {
            MayBeKept = head.Readable && !scan.Forbidden.FoundLate,
        };
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Rejoin(
        ReadOnlyMemory<byte> head, IAsyncEnumerator<ReadOnlyMemory<byte>> rest, bool whole, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return head;
        while (!whole && await rest.MoveNextAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return rest.Current;
        }
    }

    string? Problem(FileHead head, FileScan scan)
    {
        // Bytes that make no sense in any encoding have no header that could differ: a renamed archive, a picture.
        if (head.Differs || (!head.Readable && scan.HeaderDiffers))
            return ImportProblems.Encoding;
        if (scan.HeaderUndecodable || scan.UndecodableRows > scan.Rows * Unfit)
            return ImportProblems.Encoding;
        if (scan.HeaderDiffers || scan.MisshapenRows > scan.Rows * Unfit)
            return ImportProblems.Layout;
        return scan.Forbidden.Names.Intersect(layout.Kept()).Any() ? ImportProblems.ForbiddenNumber : null;
    }
}
