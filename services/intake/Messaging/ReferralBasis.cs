using Tsunagu.ServiceDefaults.Granting;

namespace Tsunagu.Intake.Messaging;

/// <summary>On which basis a referral opens what it is about.</summary>
static class ReferralBasis
{
    const string Prefix = "LEGAL_BASIS_";

    /// <summary>The basis that a referral names, or null when this service does not know it: then nothing is opened.</summary>
    /// <param name="name">Name of the contract, such as <c>LEGAL_BASIS_CONSENT</c>.</param>
    public static GrantBasis? Of(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) ? GrantBases.Find(name[Prefix.Length..].ToLowerInvariant()) : null;
}
