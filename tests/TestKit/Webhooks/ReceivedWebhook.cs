using System.Globalization;
using System.Text.Json;

namespace Tsunagu.Tests.TestKit.Webhooks;

/// <summary>One webhook as it arrived, repeats included.</summary>
/// <param name="Name">Name of the address that it came to.</param>
/// <param name="Id">webhook-id: the same on every repeat.</param>
/// <param name="Body">As received.</param>
/// <param name="SignatureHolds">Whether it was signed with the secret of the address, not long ago.</param>
/// <param name="TraceParent">The trace that it belongs to.</param>
/// <param name="Answer">Status it was answered with; 0 for none.</param>
/// <param name="From">When it arrived.</param>
/// <param name="To">When it was answered.</param>
public sealed record ReceivedWebhook(
    string Name, string Id, string Body, bool SignatureHolds, string? TraceParent, int Answer, DateTimeOffset From, DateTimeOffset To)
{
    readonly JsonElement _root = JsonDocument.Parse(Body).RootElement;

    /// <summary>Such as <c>referral.sent</c>.</summary>
    public string Type => _root.GetProperty("type").GetString()!;

    /// <summary>What it tells.</summary>
    public JsonElement Data => _root.GetProperty("data");

    /// <summary>The referral it is about.</summary>
    public string ReferralId => Data.GetProperty("referralId").GetString()!;

    /// <summary>Id of the event.</summary>
    public string EventId => Data.GetProperty("eventId").GetString()!;

    /// <summary>1, 2, 3 ... within the referral.</summary>
    public long Sequence => Data.GetProperty("sequence").GetInt64();

    /// <summary>From the event to its arrival, by one machine's clock.</summary>
    public TimeSpan Delay => From - DateTimeOffset.Parse(_root.GetProperty("timestamp").GetString()!, CultureInfo.InvariantCulture);
}
