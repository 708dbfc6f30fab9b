namespace Tsunagu.Households.Data;

/// <summary>A version of the rules by which households bear flags; the highest is in force.</summary>
sealed class FlagRulesVersion
{
    public int Version { get; init; }

    /// <summary>Document of <see cref="Flags.FlagRules"/>.</summary>
    public required string Document { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Who changed them; empty for the rules that came with the program.</summary>
    public required string StaffId { get; init; }

    public required string Reason { get; init; }
}
