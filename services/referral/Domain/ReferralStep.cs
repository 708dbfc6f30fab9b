using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>One line of a referral's history: the state reached, when and by whom.</summary>
public sealed record ReferralStep
{
    /// <summary>1, 2, 3 ... within the referral; 1 is the draft.</summary>
    public required int Number { get; init; }

    /// <summary>State reached.</summary>
    public required ReferralState State { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Staff member who did it.</summary>
    public required StaffId Staff { get; init; }

    /// <summary>Agency of that staff member.</summary>
    public required AgencyId Agency { get; init; }
}
