namespace Tsunagu.Referrals.Domain;

/// <summary>Identity of a つなぐシート (UUIDv7).</summary>
/// <param name="Value">The UUID.</param>
public readonly record struct ReferralId(Guid Value)
{
    /// <summary>A new identity.</summary>
    public static ReferralId New() => new(Guid.CreateVersion7());
}
