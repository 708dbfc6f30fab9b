using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>An agency; a row of <c>directory_agencies</c>.</summary>
sealed class AgencyEntry
{
    public required AgencyId AgencyId { get; init; }

    public required string Kind { get; set; }

    /// <summary>Number of the event that said so.</summary>
    public required long Sequence { get; set; }
}
