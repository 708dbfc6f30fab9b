using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Support;

/// <summary>A support household: its identity. Everything about it is a fact.</summary>
sealed class SupportHouseholdRow
{
    public Guid Id { get; init; }

    public required StaffId StaffId { get; init; }

    public required AgencyId AgencyId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
