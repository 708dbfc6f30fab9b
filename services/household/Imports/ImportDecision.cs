using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Events.Households;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.LifeEvents;
using Tsunagu.Households.Linking;

namespace Tsunagu.Households.Imports;

/// <summary>Decides what becomes of a file that was read to its end, and has it so: set aside, left as the file before it, or merged.</summary>
/// <param name="db">In one transaction, which holds the lock of merges; the caller saves.</param>
/// <param name="merge">Merges what was staged.</param>
/// <param name="import">The import.</param>
/// <param name="place">Where it stands among the files of its feed.</param>
/// <param name="layout">With which it was read.</param>
/// <param name="now">When it becomes known.</param>
sealed class ImportDecision(
    HouseholdDbContext db, Merge merge, FeedImport import, SnapshotPlace place, FeedLayout layout, DateTimeOffset now)
{
    // Somebody who released the file vouches for how much there is in it.
    readonly bool vouched = import.Releasing && ImportVerdict.IsOfQuantity(import.ReleasedProblem);

    /// <summary>Decides about the file.</summary>
    public Task MakeAsync(ReceivedFile file, CancellationToken ct)
    {
        if (ImportVerdict.Problem(file, place.Nearest?.Rows, layout.TruncatedBelow, vouched) is { } problem)
            return SetAsideAsync(file, problem, ct);
        return place.Before is { } before && before.Sha256 == file.Sha256 && before.LayoutVersion == layout.Version
            ? LeaveAsync(file, before, ct)
            : MergeAsync(file, ct);
    }

    async Task SetAsideAsync(ReceivedFile file, string problem, CancellationToken ct)
    {
        _ = await merge.KeepRejectsAsync(layout.Kind, ct);
        import.Quarantine(file, problem, now);
    }

    async Task LeaveAsync(ReceivedFile file, FeedImport before, CancellationToken ct)
    {
        await merge.RepeatRejectsAsync(before.Id, ct);
        import.LeaveUnchanged(file, before, now);
        // The calendar went on: somebody may have reached an age, or a period run out.
        LifeEventsJob.After(db, layout.FeedId, place.Window, now);
    }

    async Task MergeAsync(ReceivedFile file, CancellationToken ct)
    {
        var merged = await merge.PrepareAsync(layout, ct);
        var rejected = await merge.KeepRejectsAsync(layout.Kind, ct);
        var counts = new ImportCounts(merged.Good, rejected, merged.Unlinked, merged.Added, merged.Ended, merged.Changed);
        if (place.Before is { } before && !vouched && await IsMassChangeAsync(counts, before, ct))
        {
            import.QuarantineMassChange(file, counts, now);
            return;
        }
        await merge.ApplyAsync(layout, ct);
        await LinkStep.AfterMergeAsync(db, layout, import.Id, now, ct);
        LifeEventsJob.After(db, layout.FeedId, place.Window, now);
        import.Apply(file, counts, now);
        db.AddEvent(new ImportApplied
        {
            EventId = Guid.CreateVersion7(now),
            OccurredAt = now,
            AggregateId = import.Id,
            Sequence = 1,
            FeedId = layout.FeedId,
        });
    }

    async Task<bool> IsMassChangeAsync(ImportCounts counts, FeedImport before, CancellationToken ct)
    {
        // Of the days before the newest file, what is current tells nothing.
        var earlier = place.Window.Late ? before.GoodRows : await CountLiveAsync(ct);
        // Another reading of the same cells changes every record; what would end or vanish is seen all the same.
        return MassChange.Exceeds(earlier, counts.Ended, before.Reading == import.Reading ? counts.Changed : 0, layout.MassChangeAbove);
    }

    Task<int> CountLiveAsync(CancellationToken ct) => layout.Kind switch
    {
        FeedKind.Involvement => db.Involvements.CountAsync(i => i.FeedId == layout.FeedId && i.WithdrawnImportId == null && !i.Held, ct),
        FeedKind.Residents => db.Residents.CountAsync(r => r.WithdrawnImportId == null, ct),
        FeedKind.ProtectiveMeasures => db.Measures.CountAsync(m => m.FeedId == layout.FeedId && m.WithdrawnImportId == null, ct),
        FeedKind.Areas => db.Areas.CountAsync(a => a.FeedId == layout.FeedId && a.WithdrawnImportId == null, ct),
    };
}
