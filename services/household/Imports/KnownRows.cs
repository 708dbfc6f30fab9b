using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;

namespace Tsunagu.Households.Imports;

/// <summary>
/// Rows that the register holds already, by half of their digest: of a day's file nearly all are, and what is made of a row for the search alone need not be made again.
/// Eight bytes for each resident. A guess and no more: what it misses is made good in the background.
/// </summary>
sealed class KnownRows
{
    readonly long[] digests;

    KnownRows(IEnumerable<Guid> hashes) => digests = [.. hashes.Select(Half).Order()];

    /// <summary>None.</summary>
    public static KnownRows None { get; } = new([]);

    /// <summary>What is current now; a merge that comes between may change it.</summary>
    public static async Task<KnownRows> ReadAsync(HouseholdDbContext db, RightOfWay.Reading reading, CancellationToken ct)
    {
        List<Guid> hashes = [];
        await foreach (var hash in db.Residents.AsNoTracking().Where(r => r.WithdrawnImportId == null).Select(r => r.Hash).AsAsyncEnumerable().WithCancellation(ct))
        {
            hashes.Add(hash);
            await reading.RestAsync(ct);
        }
        return Of(hashes);
    }

    /// <summary>These.</summary>
    public static KnownRows Of(IReadOnlyList<Guid> hashes) => new(hashes);

    /// <summary>True for a row of this digest.</summary>
    public bool Contains(Guid hash) => Array.BinarySearch(digests, Half(hash)) >= 0;

    static long Half(Guid hash)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = hash.TryWriteBytes(bytes);
        return BitConverter.ToInt64(bytes);
    }
}
