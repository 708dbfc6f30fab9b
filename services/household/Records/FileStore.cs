using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households.Records;

/// <summary>The bytes of files: stored piece by piece while they come, read piece by piece while they go.</summary>
sealed class FileStore(UnitOfWork<HouseholdDbContext> work)
{
    /// <summary>Row-level security lets bytes be touched under this name alone: whoever may have them was asked about their file.</summary>
    public const string Principal = "handler:resident-files";

    const int ChunkBytes = 256 << 10;

    static readonly TimeSpan LongestUpload = TimeSpan.FromDays(1);

    /// <summary>Begins a file, and clears away what uploads left whose process ended before they did.</summary>
    public Task BeginAsync(ResidentFile file, CancellationToken ct) => work.RunAsAsync(
        Principal,
        async (db, token) =>
        {
            var limit = file.RecordedAt - LongestUpload;
            await DropAsync(db.ResidentFiles.Where(f => f.RecordedAt < limit), token);
            _ = db.ResidentFiles.Add(file);
            _ = await db.SaveChangesAsync(token);
        },
        ct);

    /// <summary>Takes the pieces of a file that has begun, each when it is asked for, and stores them.</summary>
    public async Task StoreAsync(Guid file, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken ct)
    {
        var (buffer, filled, number) = (new byte[ChunkBytes], 0, 0);
        await foreach (var piece in pieces.WithCancellation(ct))
        {
            for (var rest = piece; rest.Length > 0;)
            {
                var part = Math.Min(rest.Length, buffer.Length - filled);
                rest[..part].CopyTo(buffer.AsMemory(filled));
                (rest, filled) = (rest[part..], filled + part);
                if (filled == buffer.Length)
                {
                    await StoreAsync(file, number++, buffer, ct);
                    filled = 0;
                }
            }
        }
        if (filled > 0)
            await StoreAsync(file, number, buffer[..filled], ct);
    }

    /// <summary>Drops a file unless it came about.</summary>
    public Task DropAsync(Guid file, CancellationToken ct) =>
        work.RunAsAsync(Principal, (db, token) => DropAsync(db.ResidentFiles.Where(f => f.Id == file), token), ct);

    /// <summary>Removes the bytes of a file; the transaction runs under <see cref="Principal"/>.</summary>
    public static Task ClearAsync(HouseholdDbContext db, Guid file, CancellationToken ct) =>
        db.ResidentFileChunks.Where(c => c.FileId == file).ExecuteDeleteAsync(ct);

    /// <summary>One piece; null behind the last.</summary>
    public Task<byte[]?> ReadAsync(Guid file, int number, CancellationToken ct) => work.RunAsAsync(
        Principal,
        (db, token) => db.ResidentFileChunks.Where(c => c.FileId == file && c.Number == number).Select(c => (byte[]?)c.Data).SingleOrDefaultAsync(token),
        ct);

    // One statement, which waits for whoever adds the file just now and looks again: its bytes go with the row, or stay with it.
    static Task<int> DropAsync(IQueryable<ResidentFile> files, CancellationToken ct) => files.Where(f => f.AddedAt == null).ExecuteDeleteAsync(ct);

    Task StoreAsync(Guid file, int number, byte[] data, CancellationToken ct) => work.RunAsAsync(
        Principal,
        async (db, token) =>
        {
            _ = db.ResidentFileChunks.Add(new ResidentFileChunk { FileId = file, Number = number, Data = data });
            _ = await db.SaveChangesAsync(token);
        },
        ct);
}
