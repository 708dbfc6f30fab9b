namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>An event as a receiver saw it.</summary>
/// <param name="ReferralId">The referral it is about.</param>
/// <param name="Type">Such as <c>referral.sent</c>.</param>
/// <param name="Sequence">Its place within the referral; 0 where the receiver is not told.</param>
sealed record Seen(string ReferralId, string Type, long Sequence);
