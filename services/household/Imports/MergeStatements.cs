using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Imports;

/// <summary>The statements by which the staged rows of a file become data and history.</summary>
sealed record MergeStatements
{
    /// <summary>Sets aside what only shows beside the other rows.</summary>
    public required IReadOnlyList<string> Prepare { get; init; }

    /// <summary>Good rows, those without a person, added, ended, changed; of a file that tells what is current.</summary>
    public required string Count { get; init; }

    /// <summary>The same of a file older than one that is known.</summary>
    public required string LateCount { get; init; }

    /// <summary>Merges a file that tells what is current.</summary>
    public required IReadOnlyList<string> Apply { get; init; }

    /// <summary>Merges a file older than one that is known.</summary>
    public required IReadOnlyList<string> LateApply { get; init; }

    /// <summary>What follows from either.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Keeps the list of rows set aside.</summary>
    public required string KeepRejects { get; init; }

    static readonly MergeStatements Involvement = new()
    {
        Prepare = InvolvementSql.Prepare,
        Count = InvolvementSql.Count,
        LateCount = InvolvementHistorySql.Count,
        Apply = InvolvementSql.Apply,
        LateApply = InvolvementHistorySql.Apply,
        KeepRejects = MergeSql.KeepRejects("staged_involvements"),
    };

    static readonly MergeStatements Residents = new()
    {
        Prepare = ResidentSql.Prepare,
        Count = ResidentSql.Count,
        LateCount = ResidentHistorySql.Count,
        Apply = ResidentSql.Apply,
        LateApply = ResidentHistorySql.Apply,
        After = ResidentSql.Link,
        KeepRejects = MergeSql.KeepRejects("staged_residents"),
    };

    /// <summary>Those of a kind of feed.</summary>
    public static MergeStatements Of(FeedKind kind) => kind switch
    {
        FeedKind.Involvement => Involvement,
        FeedKind.Residents => Residents,
        FeedKind.ProtectiveMeasures => MeasureSql.Statements,
        FeedKind.Areas => AreaSql.Statements,
    };
}
