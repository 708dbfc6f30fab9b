namespace Tsunagu.Households.LifeEvents;

/// <summary>A version of the table of procedures; the highest is in force.</summary>
sealed class ProcedureTableVersion
{
    public int Version { get; init; }

    /// <summary>Document of <see cref="ProcedureTable"/>.</summary>
    public required string Document { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Who changed it; empty for the table that came with the program.</summary>
    public required string StaffId { get; init; }

    public required string Reason { get; init; }
}
