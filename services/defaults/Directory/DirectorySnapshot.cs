using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Sharing;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>The directory at one moment; it never changes, a newer one takes its place.</summary>
/// <param name="Staff">Staff by id.</param>
/// <param name="Agencies">Agencies by code.</param>
/// <param name="ConfirmedAt">When its owner last said that this is how it stands; null before the first time.</param>
/// <param name="Complete">False while a change may have been missed.</param>
public sealed record DirectorySnapshot(
    IReadOnlyDictionary<StaffId, KnownStaff> Staff,
    IReadOnlyDictionary<AgencyId, KnownAgency> Agencies,
    DateTimeOffset? ConfirmedAt,
    bool Complete)
{
    /// <summary>What a service knows before it has heard anything.</summary>
    public static DirectorySnapshot Empty { get; } =
        new(new Dictionary<StaffId, KnownStaff>(), new Dictionary<AgencyId, KnownAgency>(), null, Complete: false);

    /// <summary>What each legal basis carries.</summary>
    public SharingRules Sharing { get; init; } = SharingRules.None;

    /// <summary>True for a department of the city administration; false for every other agency, and for one that is not known.</summary>
    /// <param name="agency">Code of the agency.</param>
    public bool IsOfCity(AgencyId agency) => Agencies.TryGetValue(agency, out var known) && known.Kind == KnownAgency.CityDepartment;

    /// <summary>True while decisions may rest on it.</summary>
    /// <param name="now">Now.</param>
    /// <param name="limit">Greatest age.</param>
    public bool IsUsable(DateTimeOffset now, TimeSpan limit) => Complete && ConfirmedAt is { } confirmed && now - confirmed <= limit;
}
