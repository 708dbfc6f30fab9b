using Tsunagu.Households.Domain;

namespace Tsunagu.Households;

/// <summary>Residents whose whereabouts are hidden, for what staff record about them.</summary>
static class HiddenResidents
{
    // The list of protective measures is no feed yet: of nobody is known that there is one.
    const ProtectionState Known = ProtectionState.Unknown;

    /// <summary>Those of these residents about whom agencies show each other nothing that they wrote.</summary>
    public static IReadOnlySet<Guid> Among(IEnumerable<Guid> residents) => residents.Where(_ => Hides(Known)).ToHashSet();

    static bool Hides(ProtectionState protection) => protection switch
    {
        ProtectionState.None or ProtectionState.Unknown => false,
        ProtectionState.InForce or ProtectionState.Expired => true,
    };
}
