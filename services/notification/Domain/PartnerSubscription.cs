using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Domain;

/// <summary>What this service knows of a subscription; address and secret stay with its owner.</summary>
public sealed class PartnerSubscription
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Agency whose referral events are delivered.</summary>
    public required AgencyId Agency { get; init; }

    /// <summary>Events from then on are delivered (UTC).</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it was ended by its owner, or by an answer of 410 Gone (UTC); null while it lives.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>True when <paramref name="happened"/> is to be delivered to it.</summary>
    public bool Wants(PublicEvent happened) =>
        EndedAt is null && happened.OccurredAt >= Since && (happened.From == Agency || happened.To == Agency);

    /// <summary>Ends it; the first end counts.</summary>
    public void End(DateTimeOffset at) => EndedAt ??= at;
}
