using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>What the row decision needs to know of a row.</summary>
/// <param name="Resource">The record.</param>
/// <param name="Owner">Agency that owns it.</param>
/// <param name="Receivers">Agencies it is addressed to.</param>
public sealed record RowFacts(Resource Resource, AgencyId Owner, params IReadOnlyList<AgencyId> Receivers);
