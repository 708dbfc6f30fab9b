using Tsunagu.ServiceDefaults.Granting;

namespace Tsunagu.ServiceDefaults.Sharing;

/// <summary>What one legal basis carries under an approved version; a row of <c>directory_sharing_rules</c>.</summary>
sealed class SharingRuleEntry
{
    public required int Number { get; init; }

    public required GrantBasis Basis { get; init; }

    public required DateOnly StartsOn { get; set; }

    public required List<string> Recipients { get; set; }

    public required bool Meetings { get; set; }

    public required bool ApproverRequired { get; set; }

    public required int? LongestHours { get; set; }

    public required List<string> Givers { get; set; }

    /// <summary>Number of the event that said so.</summary>
    public required long Sequence { get; set; }
}
