using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Protections;

/// <summary>A stretch of time that hides somebody, and who told it: together its identity, which a release names.</summary>
/// <param name="ResidentId">Whom it hides.</param>
/// <param name="FeedId">The list that told it; empty when it was registered by hand.</param>
/// <param name="Number">宛名番号 of who is named: the resident's own, or that of somebody of the household.</param>
/// <param name="Span">First and last day, and whether the newest file still tells it.</param>
/// <param name="ToldBy">Stands for the imports that told it, or is what was registered by hand; another one when it is told anew.</param>
sealed record HidingSpan(Guid ResidentId, string FeedId, string Number, ProtectionSpan Span, Guid ToldBy)
{
    /// <summary>True when no list will ever drop it.</summary>
    public bool ByHand => FeedId.Length == 0;
}
