using System.IO.Compression;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households.Keeping;

/// <summary>Kept files: content-addressed by feed and digest, one copy each. Every change runs in the caller's transaction, as the import job.</summary>
static class KeptFiles
{
    /// <summary>Puts a copy in the place of the one there was.</summary>
    public static async Task PutAsync(HouseholdDbContext db, KeptFile file, CancellationToken ct)
    {
        await DropAsync(db, file.FeedId, file.Sha256, ct);
        _ = db.KeptFiles.Add(file);
    }

    /// <summary>Drops a copy.</summary>
    public static async Task DropAsync(HouseholdDbContext db, string feedId, string sha256, CancellationToken ct)
    {
        _ = await db.Database.ExecuteSqlAsync(
            $"""
            with gone as (delete from kept_files where feed_id = {feedId} and sha256 = {sha256} returning storage_id)
            delete from kept_chunks c using gone where c.storage_id = gone.storage_id
            """,
            ct);
    }

    /// <summary>Drops the chunks that an import stored, unless a kept file was made of them.</summary>
    public static async Task DropLooseAsync(HouseholdDbContext db, Guid storage, CancellationToken ct)
    {
        _ = await db.Database.ExecuteSqlAsync(
            $"delete from kept_chunks where storage_id = {storage} and not exists (select from kept_files where storage_id = {storage})", ct);
    }

    /// <summary>Drops a feed's copies from which one of the columns was not left out.</summary>
    public static Task DropWithAsync(HouseholdDbContext db, string feedId, IReadOnlyList<string> columns, CancellationToken ct)
    {
        var names = columns.ToArray();
        return db.Database.ExecuteSqlAsync(
            $"""
            with gone as (delete from kept_files where feed_id = {feedId} and not dropped_columns @> {names} returning storage_id, sha256),
              chunks as (delete from kept_chunks c using gone where c.storage_id = gone.storage_id)
            update imports i set file_kept = false from gone where i.feed_id = {feedId} and i.sha256 = gone.sha256
            """,
            ct);
    }

    /// <summary>Drops copies of files that were decided on and have lain there long enough.</summary>
    public static Task DropOldAsync(HouseholdDbContext db, DateTimeOffset before, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            with gone as (
                delete from kept_files f where f.kept_at < {before} and not exists (
                  select from imports i where i.feed_id = f.feed_id and i.sha256 = f.sha256 and i.state in ('Quarantined', 'Running'))
                returning f.feed_id, f.sha256, f.storage_id),
              chunks as (delete from kept_chunks c using gone where c.storage_id = gone.storage_id)
            update imports i set file_kept = false from gone where i.feed_id = gone.feed_id and i.sha256 = gone.sha256
            """,
            ct);

    /// <summary>The copy's bytes; a piece is overwritten when the next one is asked for.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        UnitOfWork<HouseholdDbContext> work, KeptFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var seal = new ChunkSeal(file.Secret);
        await using var chunks = new ChunkReader(work, file.StorageId, seal);
        await using var zip = new GZipStream(chunks, CompressionMode.Decompress);
        var buffer = new byte[1 << 16];
        while (await zip.ReadAsync(buffer, cancellationToken) is var read and > 0)
            yield return buffer.AsMemory(0, read);
    }
}
