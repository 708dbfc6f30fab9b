namespace Tsunagu.Households.Support;

/// <summary>Where a fact is from.</summary>
/// <param name="Kind">Who or what told it.</param>
/// <param name="LearnedOn">When it was said or seen; null when nobody knows.</param>
/// <param name="Note">In the words of whoever wrote it down, or empty.</param>
sealed record SupportSource(SupportSourceKind Kind, DateOnly? LearnedOn, string Note);
