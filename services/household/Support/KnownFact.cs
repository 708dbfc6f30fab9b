namespace Tsunagu.Households.Support;

/// <summary>A fact with the wording of it that a read sees.</summary>
sealed record KnownFact(SupportFact Fact, SupportFactVersion Version)
{
    /// <summary>The wording.</summary>
    public SupportWording Wording { get; } = Version.Wording();
}
