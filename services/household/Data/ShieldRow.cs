namespace Tsunagu.Households.Data;

/// <summary>
/// A resident who was found, or a stretch of protection beside the resident whom it hides; without a resident the 小学校区 of a town, or, without either, that a
/// list of measures was ever received.
/// </summary>
sealed class ShieldRow
{
    public Guid? ResidentId { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    public bool Listed { get; init; }

    /// <summary>True when the resident is named; false when somebody of the same household is; null where the row tells of no protection.</summary>
    public bool? Own { get; init; }

    /// <summary>In the form of <see cref="Domain.TownCode"/>.</summary>
    public string? TownCode { get; init; }

    public string? SchoolDistrict { get; init; }
}
