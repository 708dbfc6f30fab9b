using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Imports;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households.Keeping;

/// <summary>The chunks of a kept file as a stream, one in memory at a time.</summary>
sealed class ChunkReader(UnitOfWork<HouseholdDbContext> work, Guid storage, ChunkSeal seal) : Stream
{
    ReadOnlyMemory<byte> rest;
    int number;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (rest.IsEmpty)
            rest = await NextAsync(cancellationToken);
        var part = Math.Min(rest.Length, buffer.Length);
        rest[..part].CopyTo(buffer);
        rest = rest[part..];
        return part;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    async Task<byte[]> NextAsync(CancellationToken ct)
    {
        var chunk = await work.RunAsAsync(
            ImportRunner.Principal,
            (db, token) => db.KeptChunks.Where(c => c.StorageId == storage && c.Number == number).Select(c => c.Data).SingleOrDefaultAsync(token),
            ct);
        return chunk is null ? [] : seal.Open(number++, chunk);
    }
}
