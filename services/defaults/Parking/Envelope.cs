using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tsunagu.ServiceDefaults.Parking;

/// <summary>What can be told of a message as it arrived, whatever is wrong with it.</summary>
/// <param name="EventId">Id of the event; one made from the content when there is none.</param>
/// <param name="AggregateId">Record, if it can be read.</param>
/// <param name="Sequence">Number within the record, if it can be read.</param>
/// <param name="Type">Type as it travels, such as <c>urn:message:Tsunagu.Contracts.Events.Referrals:ReferralSent</c>; or empty.</param>
sealed partial record Envelope(Guid EventId, Guid? AggregateId, long? Sequence, string Type)
{
    /// <summary>Reads as much as there is; never fails.</summary>
    public static Envelope Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var message = Member(json.RootElement, "message");
            return new(
                Id(Member(message, "eventId")) ?? Made(body),
                Id(Member(message, "aggregateId")),
                Member(message, "sequence") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var sequence) ? sequence : null,
                TypeOf(Member(json.RootElement, "messageType")));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or text in it that is no UTF-8.
            return new(Made(body), null, null, "");
        }
    }

    static string TypeOf(JsonElement types) =>
        types is { ValueKind: JsonValueKind.Array } && types.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.String } first
        && first.GetString() is { } text && Code().IsMatch(text)
            ? text
            : "";

    static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    static Guid? Id(JsonElement element) =>
        element.ValueKind is JsonValueKind.String && element.TryGetGuid(out var id) ? id : null;

    // The same bytes delivered again are the same message.
    static Guid Made(byte[] body) => new(SHA256.HashData(body).AsSpan(0, 16));

    [GeneratedRegex(@"^[A-Za-z0-9._:+-]{1,200}\z")]
    private static partial Regex Code();
}
