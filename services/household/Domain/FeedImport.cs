using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Domain;

/// <summary>One received file on its way into the household data: wholly in or not at all.</summary>
sealed class FeedImport
{
    FeedImport()
    {
    }

    public Guid Id { get; private init; }

    public string FeedId { get; private init; } = "";

    /// <summary>Version of the feed's definition that the file was read with.</summary>
    public int LayoutVersion { get; private set; }

    /// <summary>What decides the meaning of the cells besides them: records of two files can be compared when it is the same. Empty before a file was read.</summary>
    public string Reading { get; private set; } = "";

    public ImportState State { get; private set; }

    public string FileName { get; private init; } = "";

    public string StaffId { get; private init; } = "";

    public string AgencyId { get; private init; } = "";

    public string Sha256 { get; private set; } = "";

    public long Bytes { get; private set; }

    public int Rows { get; private set; }

    public int GoodRows { get; private set; }

    public int RejectedRows { get; private set; }

    public int UnlinkedRows { get; private set; }

    public int Added { get; private set; }

    public int Ended { get; private set; }

    public int Changed { get; private set; }

    public string[] DroppedColumns { get; private set; } = [];

    /// <summary>基準日: the day on which the file holds.</summary>
    public DateOnly DataDate { get; private init; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>A code of <see cref="ImportProblems"/>, or empty.</summary>
    public string ProblemCode { get; private set; } = "";

    /// <summary>Bytes that the sender said would come; 0 when it did not.</summary>
    public long TotalBytes { get; private init; }

    /// <summary>True while a copy of the file is kept.</summary>
    public bool FileKept { get; private set; }

    public string ReleaseStaffId { get; private set; } = "";

    public string ReleaseReason { get; private set; } = "";

    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>What the file was set aside for before it was released.</summary>
    public string ReleasedProblem { get; private set; } = "";

    public string CancelStaffId { get; private set; } = "";

    public string CancelReason { get; private set; } = "";

    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>What the file was set aside for before it was given up; empty for one that was running.</summary>
    public string CancelledProblem { get; private set; } = "";

    /// <summary>Begins; without a data date the file holds on the day of Japan on which it is received.</summary>
    public static FeedImport Begin(
        Guid id, string feedId, int layoutVersion, string fileName, long totalBytes, StaffId staff, AgencyId agency, DateTimeOffset now,
        DateOnly? dataDate = null) => new()
        {
            Id = id,
            FeedId = feedId,
            LayoutVersion = layoutVersion,
            FileName = fileName,
            TotalBytes = totalBytes,
            StaffId = staff.Value,
            AgencyId = agency.Value,
            DataDate = dataDate ?? JapanCalendar.DayOf(now),
            ReceivedAt = now,
        };

    /// <summary>True when the file met its fate. One that failed left nothing behind and may begin again, unless somebody gave it up.</summary>
    public bool Finished => State is ImportState.Applied or ImportState.Unchanged or ImportState.Quarantined || CancelledAt is not null;

    /// <summary>True while the kept copy is read anew.</summary>
    public bool Releasing => State == ImportState.Running && ReleasedAt is not null;

    /// <summary>Begins again after a failure, or after its process ended; the caller has proof that nobody runs it.</summary>
    public void Resume(int layoutVersion, DateTimeOffset now)
    {
        if (Finished || Releasing)
            throw HouseholdErrors.ImportWrongState();
        (State, LayoutVersion, ProblemCode, ReceivedAt, FinishedAt, Rows, Bytes) = (ImportState.Running, layoutVersion, "", now, null, 0, 0);
    }

    /// <summary>Somebody lets a file in that was set aside; it is read anew.</summary>
    /// <param name="newest">Newest version of the feed's definition.</param>
    /// <param name="staff">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">When.</param>
    public void Release(int newest, StaffId staff, string reason, DateTimeOffset now)
    {
        if (State != ImportState.Quarantined)
            throw HouseholdErrors.ImportWrongState();
        if (!FileKept)
            throw HouseholdErrors.ImportNotKept();
        if (!ImportVerdict.IsOfQuantity(ProblemCode) && newest == LayoutVersion)
            throw HouseholdErrors.FeedNotRevised();
        (ReleaseStaffId, ReleaseReason, ReleasedAt, ReleasedProblem) = (staff.Value, reason, now, ProblemCode);
        (State, LayoutVersion, ProblemCode, FinishedAt, Rows) = (ImportState.Running, newest, "", null, 0);
        (GoodRows, RejectedRows, UnlinkedRows, Added, Ended, Changed) = (0, 0, 0, 0, 0, 0);
    }

    /// <summary>The copy could not be read anew for a fault on this side: the file waits as before.</summary>
    public void ReturnToQuarantine(DateTimeOffset now)
    {
        if (!Releasing)
            throw HouseholdErrors.ImportWrongState();
        (State, ProblemCode, FinishedAt, ReleasedAt) = (ImportState.Quarantined, ReleasedProblem, now, null);
    }

    /// <summary>Somebody gives the file up.</summary>
    public void Cancel(StaffId staff, string reason, DateTimeOffset now)
    {
        if (State is not (ImportState.Running or ImportState.Quarantined))
            throw HouseholdErrors.ImportWrongState();
        (CancelStaffId, CancelReason, CancelledAt, CancelledProblem) = (staff.Value, reason, now, ProblemCode);
        (State, ProblemCode, FinishedAt, FileKept) = (ImportState.Failed, ImportProblems.GivenUp, now, false);
    }

    /// <summary>Notes how the cells were read, and whether a copy was kept.</summary>
    public void NoteReading(string reading, bool fileKept)
    {
        RequireRunning();
        (Reading, FileKept) = (reading, fileKept);
    }

    public void Apply(ReceivedFile file, ImportCounts counts, DateTimeOffset now)
    {
        Finish(ImportState.Applied, file, now);
        (GoodRows, RejectedRows, UnlinkedRows) = (counts.Good, counts.Rejected, counts.Unlinked);
        (Added, Ended, Changed) = (counts.Added, counts.Ended, counts.Changed);
    }

    /// <summary>The bytes are those of <paramref name="before"/>, whose rows stand.</summary>
    public void LeaveUnchanged(ReceivedFile file, FeedImport before, DateTimeOffset now)
    {
        Finish(ImportState.Unchanged, file, now);
        (GoodRows, RejectedRows, UnlinkedRows) = (before.GoodRows, before.RejectedRows, before.UnlinkedRows);
    }

    public void Quarantine(ReceivedFile file, string problem, DateTimeOffset now)
    {
        Finish(ImportState.Quarantined, file, now);
        (ProblemCode, RejectedRows) = (problem, file.Rejected);
    }

    /// <summary>Sets the file aside for what it would change; the counts say how much that is.</summary>
    public void QuarantineMassChange(ReceivedFile file, ImportCounts counts, DateTimeOffset now)
    {
        Quarantine(file, ImportProblems.MassChange, now);
        (GoodRows, RejectedRows, UnlinkedRows) = (counts.Good, counts.Rejected, counts.Unlinked);
        (Added, Ended, Changed) = (counts.Added, counts.Ended, counts.Changed);
    }

    public void Fail(string problem, DateTimeOffset now)
    {
        RequireRunning();
        (State, ProblemCode, FinishedAt) = (ImportState.Failed, problem, now);
    }

    void Finish(ImportState state, ReceivedFile file, DateTimeOffset now)
    {
        RequireRunning();
        (State, FinishedAt) = (state, now);
        (Sha256, Bytes, Rows, DroppedColumns) = (file.Sha256, file.Bytes, file.Rows, [.. file.DroppedColumns]);
    }

    void RequireRunning()
    {
        if (State != ImportState.Running)
            throw HouseholdErrors.ImportWrongState();
    }
}
