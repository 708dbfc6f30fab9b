namespace Tsunagu.Households.Support;

/// <summary>A fact with the wording of it that a read sees.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Version">The wording as it is stored.</param>
/// <param name="WithdrawalReason">Why the fact was withdrawn, as far as the reader is shown it, or empty.</param>
sealed record KnownFact(SupportFact Fact, SupportFactVersion Version, string WithdrawalReason)
{
    /// <summary>The wording.</summary>
    public SupportWording Wording { get; } = Version.Wording();

    /// <summary>True when this was the last wording of a fact that was withdrawn.</summary>
    public bool IsWithdrawn => Fact.WithdrawnAt is not null && Version.Revision == Fact.Revision;
}
