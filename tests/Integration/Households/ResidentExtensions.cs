using Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>What tests ask of a resident who was shown.</summary>
static class ResidentExtensions
{
    /// <summary>Whether a measure hides where the resident is: an own one, also past its end, or that of somebody of the household.</summary>
    public static bool IsHidden(this Resident resident) => resident.AddressProtection switch
    {
        AddressProtection.InForce or AddressProtection.Expired or AddressProtection.Household => true,
        AddressProtection.None or AddressProtection.Unknown or AddressProtection.Unspecified => false,
        _ => throw new ArgumentOutOfRangeException(nameof(resident)),
    };
}
