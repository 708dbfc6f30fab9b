namespace Tsunagu.Households.Data;

/// <summary>How many residents of a town there are, or are involved.</summary>
sealed class InvolvedRow
{
    /// <summary>As the register names it; null for residents whose whereabouts are hidden.</summary>
    public string? TownCode { get; init; }

    /// <summary>Null for counts over all feeds.</summary>
    public string? FeedId { get; init; }

    /// <summary>With <see cref="FeedId"/> null: true for those involved with welfare, false for all residents.</summary>
    public bool Welfare { get; init; }

    public int Residents { get; init; }
}
