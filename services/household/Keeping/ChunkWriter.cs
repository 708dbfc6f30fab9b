using Tsunagu.Households.Data;
using Tsunagu.Households.Imports;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households.Keeping;

/// <summary>A stream that ends in the database, a sealed chunk at a time.</summary>
sealed class ChunkWriter(UnitOfWork<HouseholdDbContext> work, Guid storage, ChunkSeal seal) : Stream
{
    const int ChunkBytes = 1 << 20;

    readonly byte[] buffer = new byte[ChunkBytes];
    int filled;
    int number;
    bool closed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken = default)
    {
        while (data.Length > 0 && !closed)
        {
            var part = Math.Min(data.Length, buffer.Length - filled);
            data[..part].CopyTo(buffer.AsMemory(filled));
            filled += part;
            data = data[part..];
            if (filled == buffer.Length)
                await StoreAsync(cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] data, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(data.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Stores what is left.</summary>
    public Task CompleteAsync(CancellationToken ct) => filled > 0 ? StoreAsync(ct) : Task.CompletedTask;

    /// <summary>Stores nothing more: the file was given up.</summary>
    public void Abandon() => closed = true;

    // What is compressed arrives in its own time; a chunk is stored when it is full.
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override void Write(byte[] data, int offset, int count) => throw new NotSupportedException();

    public override int Read(byte[] data, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    async Task StoreAsync(CancellationToken ct)
    {
        var chunk = new KeptChunk { StorageId = storage, Number = number, Data = seal.Seal(number, buffer.AsSpan(0, filled)) };
        await work.RunAsAsync(
            ImportRunner.Principal,
            (db, token) =>
            {
                _ = db.KeptChunks.Add(chunk);
                return db.SaveChangesAsync(token);
            },
            ct);
        (filled, number) = (0, number + 1);
    }
}
