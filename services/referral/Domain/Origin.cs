namespace Tsunagu.Referrals.Domain;

/// <summary>The record a referral began with; either may be unknown.</summary>
/// <param name="Case">Case of the intake service.</param>
/// <param name="Consultation">Consultation of the intake service.</param>
public readonly record struct Origin(Guid? Case, Guid? Consultation);
