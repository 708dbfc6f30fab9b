using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>A department or partner that works a case.</summary>
public sealed class Agency
{
    /// <summary>Short stable code, such as <c>tax-collection</c>.</summary>
    public required AgencyId Id { get; init; }

    /// <summary>Name as people read it.</summary>
    public required string Name { get; set; }

    /// <summary>What sort of agency it is.</summary>
    public required AgencyKind Kind { get; set; }

    /// <summary>Changes with every stored change.</summary>
    public uint Version { get; private set; }

    /// <summary>
    /// Changes name and kind. An agency that leaves the city administration needs an agreement from then on; its old ones count again.
    /// </summary>
    public void Revise(string name, AgencyKind kind) => (Name, Kind) = (name, kind);
}
