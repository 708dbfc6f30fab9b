namespace Tsunagu.Households.Flags;

/// <summary>A mark that staff wish to see on households of a kind. It points a person's eye; it decides nothing.</summary>
sealed record FlagRule
{
    /// <summary>Stable code, such as <c>8050</c> or <c>single_parent</c>.</summary>
    public required string Code { get; init; }

    /// <summary>As shown to staff.</summary>
    public required string Name { get; init; }

    public required FlagCondition When { get; init; }
}
