using System.Text.Json;
using Tsunagu.Notifications.Domain;

namespace Tsunagu.Notifications.Webhooks;

/// <summary>Body of a webhook, as the Standard Webhooks specification lays it out; the same bytes on every attempt.</summary>
static class WebhookBody
{
    public static byte[] Of(PublicEvent happened) => JsonSerializer.SerializeToUtf8Bytes(
        new Envelope(
            happened.Type.Code(),
            happened.OccurredAt.UtcDateTime,
            new Data(
                happened.Id, happened.ReferralId, happened.Sequence, happened.Type.StateCode(), happened.From.Value, happened.To.Value)),
        JsonSerializerOptions.Web);

    sealed record Envelope(string Type, DateTime Timestamp, Data Data);

    sealed record Data(Guid EventId, Guid ReferralId, long Sequence, string State, string FromAgencyId, string ToAgencyId);
}
