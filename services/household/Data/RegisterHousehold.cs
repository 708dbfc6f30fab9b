namespace Tsunagu.Households.Data;

/// <summary>A register household (住民票世帯).</summary>
sealed class RegisterHousehold
{
    public Guid Id { get; init; }

    /// <summary>世帯番号.</summary>
    public required string Number { get; init; }

    public Guid FirstImportId { get; init; }

    public DateTimeOffset KnownFrom { get; init; }
}
