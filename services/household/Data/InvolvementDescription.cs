using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Data;

/// <summary>Whom a record without a key describes, as the latest file has it.</summary>
sealed class InvolvementDescription
{
    public Guid InvolvementId { get; init; }

    public required string Name { get; init; }

    public required string Kana { get; init; }

    /// <summary>A partial date, or empty.</summary>
    public required string BirthDate { get; init; }

    public Sex Sex { get; init; }

    public required string Address { get; init; }

    public required string Phone { get; init; }
}
