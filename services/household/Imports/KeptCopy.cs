using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Keeping;
using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Imports;

/// <summary>What becomes of the copy of a file that was read to its end.</summary>
static class KeptCopy
{
    /// <summary>Keeps the copy with the import, where it may be kept; a file that was read from its copy is still the file it was.</summary>
    /// <param name="db">In the transaction that decides about the file.</param>
    /// <param name="import">The import.</param>
    /// <param name="run">The reading.</param>
    /// <param name="file">What was read.</param>
    /// <param name="secret">What opens the copy; null when there is none of this reading.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The file as it was received.</returns>
    public static async Task<ReceivedFile> NoteAsync(
        HouseholdDbContext db, FeedImport import, ImportRun run, ReceivedFile file, byte[]? secret, DateTimeOffset now, CancellationToken ct)
    {
        var reading = RowReading.Of(run.Layout);
        if (run.Copy is { } copy)
        {
            await db.Rejects.Where(r => r.ImportId == import.Id).ExecuteDeleteAsync(ct);
            import.NoteReading(reading, fileKept: true);
            return file with
            {
                Sha256 = import.Sha256,
                Bytes = import.Bytes,
                DroppedColumns = [.. copy.DroppedColumns.Union(file.DroppedColumns)],
            };
        }
        import.NoteReading(reading, file.MayBeKept);
        if (file.MayBeKept && secret is not null)
            await KeptFiles.PutAsync(
                db,
                new KeptFile
                {
                    FeedId = import.FeedId,
                    Sha256 = file.Sha256,
                    StorageId = import.Id,
                    Secret = secret,
                    DroppedColumns = [.. file.DroppedColumns],
                    KeptAt = now,
                },
                ct);
        return file;
    }
}
