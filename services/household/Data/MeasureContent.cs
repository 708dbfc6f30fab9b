namespace Tsunagu.Households.Data;

/// <summary>What a list tells of a protective measure (支援措置).</summary>
abstract class MeasureContent : ListedContent
{
    /// <summary>宛名番号 of the person whom it protects, who need not be in the register.</summary>
    public required string Number { get; init; }

    /// <summary>宛名番号 of who is protected with the person.</summary>
    public required string[] Companions { get; init; }

    /// <summary>宛名番号 of those from whom.</summary>
    public required string[] Opponents { get; init; }

    /// <summary>区分, such as DV.</summary>
    public required string Category { get; init; }

    public DateOnly? StartDate { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? EndDate { get; init; }
}
