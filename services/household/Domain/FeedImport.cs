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

    public int LayoutVersion { get; private init; }

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

    /// <summary>Begins; without a data date the file holds on the day of Japan on which it is received.</summary>
    public static FeedImport Begin(
        Guid id, string feedId, int layoutVersion, string fileName, StaffId staff, AgencyId agency, DateTimeOffset now,
        DateOnly? dataDate = null) => new()
        {
            Id = id,
            FeedId = feedId,
            LayoutVersion = layoutVersion,
            FileName = fileName,
            StaffId = staff.Value,
            AgencyId = agency.Value,
            DataDate = dataDate ?? JapanCalendar.DayOf(now),
            ReceivedAt = now,
        };

    /// <summary>True when the file met its fate. One that failed left nothing behind and may begin again.</summary>
    public bool Finished => State is ImportState.Applied or ImportState.Unchanged or ImportState.Quarantined;

    /// <summary>Begins again after a failure, or after its process ended; the caller has proof that nobody runs it.</summary>
    public void Resume(DateTimeOffset now)
    {
        if (Finished)
            throw HouseholdErrors.ImportWrongState();
        (State, ProblemCode, ReceivedAt, FinishedAt, Rows, Bytes) = (ImportState.Running, "", now, null, 0, 0);
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
