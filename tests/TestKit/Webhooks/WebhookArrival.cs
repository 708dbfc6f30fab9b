namespace Tsunagu.Tests.TestKit.Webhooks;

/// <summary>One webhook as its receiver noted it, repeats included.</summary>
/// <param name="Agency">Whose address it came to.</param>
/// <param name="Id">webhook-id: the same on every repeat.</param>
/// <param name="Type">Such as <c>referral.sent</c>.</param>
/// <param name="ReferralId">The referral it is about.</param>
/// <param name="Sequence">1, 2, 3 ... within the referral.</param>
/// <param name="Delay">From the event to its arrival, by one machine's clock.</param>
public sealed record WebhookArrival(string Agency, string Id, string Type, string ReferralId, long Sequence, TimeSpan Delay);
