using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>Where an agency wants the events of its referrals delivered.</summary>
public sealed class Subscription
{
    Subscription()
    {
    }

    /// <summary>Identity (UUIDv7).</summary>
    public Guid Id { get; private init; }

    /// <summary>Agency whose referral events are delivered.</summary>
    public AgencyId Agency { get; private init; }

    /// <summary>Address deliveries are posted to.</summary>
    public Uri Url { get; private init; } = null!;

    /// <summary>Signing secret; told to its owner once, on creation.</summary>
    public string Secret { get; private init; } = null!;

    /// <summary>When it was created (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was ended (UTC); null while it lives.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Number of its last event.</summary>
    public long Sequence { get; private set; }

    /// <summary>Changes with every stored change.</summary>
    public uint Version { get; private set; }

    /// <summary>True while deliveries are made.</summary>
    public bool Active => EndedAt is null;

    /// <summary>Begins a subscription.</summary>
    public static Subscription Begin(Guid id, AgencyId agency, Uri url, string secret, DateTimeOffset now) =>
        new() { Id = id, Agency = agency, Url = url, Secret = secret, CreatedAt = now, Sequence = 1 };

    /// <summary>Ends it.</summary>
    /// <exception cref="Refusal">It has ended already.</exception>
    public void End(DateTimeOffset now)
    {
        if (!Active)
            throw SubscriptionErrors.AlreadyEnded();
        EndedAt = now;
        Sequence++;
    }
}
