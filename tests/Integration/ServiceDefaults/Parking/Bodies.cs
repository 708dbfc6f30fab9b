using System.Text.Json;
using System.Text.Json.Nodes;
using Tsunagu.Contracts.Events.Referrals;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Parking;

/// <summary>Messages as they travel.</summary>
static class Bodies
{
    public static string Of(ReferralSent e, string type = "urn:message:Tsunagu.Contracts.Events.Referrals:ReferralSent") =>
        Envelope(JsonSerializer.SerializeToNode(e, JsonSerializerOptions.Web)!, type);

    /// <summary>A field that the event needs is missing.</summary>
    public static string WithoutReceiver(ReferralSent e)
    {
        var message = JsonSerializer.SerializeToNode(e, JsonSerializerOptions.Web)!.AsObject();
        message.Remove("toAgencyId");
        return Envelope(message, "urn:message:Tsunagu.Contracts.Events.Referrals:ReferralSent");
    }

    static string Envelope(JsonNode message, string type) => new JsonObject
    {
        ["messageId"] = Guid.NewGuid().ToString(),
        ["messageType"] = new JsonArray(type),
        ["message"] = message,
    }.ToJsonString();
}
