namespace Tsunagu.Households.Data;

/// <summary>Whom a record is about.</summary>
sealed class InvolvementPerson
{
    public Guid InvolvementId { get; init; }

    /// <summary>本人, 受給者, 児童 ...</summary>
    public required string Role { get; init; }

    public required string ResidentNumber { get; init; }

    /// <summary>Null while the register does not know the number.</summary>
    public Guid? ResidentId { get; init; }
}
