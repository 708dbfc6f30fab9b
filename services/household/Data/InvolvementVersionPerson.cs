namespace Tsunagu.Households.Data;

/// <summary>Whom a version of a record is about.</summary>
sealed class InvolvementVersionPerson
{
    public long VersionId { get; init; }

    /// <inheritdoc cref="InvolvementPerson.Role" />
    public required string Role { get; init; }

    public required string ResidentNumber { get; init; }

    /// <summary>Null while the register does not know the number.</summary>
    public Guid? ResidentId { get; init; }
}
