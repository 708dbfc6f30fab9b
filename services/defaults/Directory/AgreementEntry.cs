using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>An agreement; a row of <c>directory_agreements</c>.</summary>
sealed class AgreementEntry
{
    public required Guid AgreementId { get; init; }

    public required AgencyId AgencyId { get; set; }

    public required List<string> Scopes { get; set; }

    public required DateOnly StartsOn { get; set; }

    public required DateOnly EndsOn { get; set; }

    public required DateTimeOffset? EndedAt { get; set; }

    /// <summary>Number of the event that said so.</summary>
    public required long Sequence { get; set; }
}
