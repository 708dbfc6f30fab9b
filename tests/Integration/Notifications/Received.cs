using System.Text.Json;

namespace Tsunagu.Tests.Integration.Notifications;

/// <summary>One webhook as it arrived.</summary>
public sealed record Received(string Id, string Body, bool SignatureHolds, string? TraceParent, int Answer, DateTimeOffset From, DateTimeOffset To)
{
    public string Type => Root.GetProperty("type").GetString()!;

    public string Referral => Data.GetProperty("referralId").GetString()!;

    public string Event => Data.GetProperty("eventId").GetString()!;

    public long Sequence => Data.GetProperty("sequence").GetInt64();

    public JsonElement Data => Root.GetProperty("data");

    JsonElement Root => JsonDocument.Parse(Body).RootElement;
}
