using System.Buffers;
using System.IO.Compression;
using Tsunagu.Households.Data;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Rows;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households.Keeping;

/// <summary>Keeps a file while it is being read. What it stored is worth nothing until the secret is stored too.</summary>
sealed class KeptWriter : IAsyncDisposable
{
    const int BatchBytes = 1 << 16;

    readonly byte[] secret = ChunkSeal.NewSecret();
    readonly ArrayBufferWriter<byte> batch = new(BatchBytes * 2);
    readonly ChunkSeal seal;
    readonly ChunkWriter chunks;
    readonly GZipStream zip;
    readonly KeptText text;

    public KeptWriter(UnitOfWork<HouseholdDbContext> work, Guid storage, FileLayout layout)
    {
        StorageId = storage;
        seal = new ChunkSeal(secret);
        chunks = new ChunkWriter(work, storage, seal);
        zip = new GZipStream(chunks, CompressionLevel.Fastest, leaveOpen: true);
        text = new KeptText(layout);
    }

    /// <summary>Under which the chunks lie.</summary>
    public Guid StorageId { get; }

    /// <summary>Adds a record.</summary>
    public async ValueTask AddAsync(ScannedRecord record, ForbiddenScan forbidden, CancellationToken ct)
    {
        text.Append(record, forbidden, batch);
        if (batch.WrittenCount >= BatchBytes)
            await PassOnAsync(ct);
    }

    /// <summary>Stores the last of it.</summary>
    /// <returns>What opens the chunks.</returns>
    public async Task<byte[]> CompleteAsync(CancellationToken ct)
    {
        await PassOnAsync(ct);
        await zip.DisposeAsync();
        await chunks.CompleteAsync(ct);
        return secret;
    }

    public async ValueTask DisposeAsync()
    {
        chunks.Abandon();
        await zip.DisposeAsync();
        await chunks.DisposeAsync();
        seal.Dispose();
    }

    async Task PassOnAsync(CancellationToken ct)
    {
        await zip.WriteAsync(batch.WrittenMemory, ct);
        batch.ResetWrittenCount();
    }
}
