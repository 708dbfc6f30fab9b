namespace Tsunagu.Households.LifeEvents;

/// <summary>Something that happened to a resident, as files showed it. It is never removed; what turns out not to have happened is withdrawn.</summary>
sealed class LifeEvent
{
    LifeEvent()
    {
    }

    public Guid Id { get; private init; }

    public Guid ResidentId { get; private init; }

    /// <summary>Of the event that tells of it, within the resident's.</summary>
    public long Sequence { get; private init; }

    public LifeEventKind Kind { get; private init; }

    /// <summary>Household in which the person is then, or was last.</summary>
    public Guid HouseholdId { get; private init; }

    /// <summary>Household that the person left; null where it is the same.</summary>
    public Guid? FromHouseholdId { get; private init; }

    public DateOnly OccurredOn { get; private init; }

    /// <summary>Data date (基準日) of the file that showed it.</summary>
    public DateOnly NoticedOn { get; private set; }

    /// <summary>Feed whose files showed it.</summary>
    public string FeedId { get; private init; } = "";

    /// <summary>Full years reached; of <see cref="LifeEventKind.AgeReached"/> alone.</summary>
    public int? Age { get; private init; }

    /// <summary>Role of the person in the scheme; empty for events of the register.</summary>
    public string Role { get; private init; } = "";

    public DateTimeOffset KnownAt { get; private init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Of the event that tells of the withdrawal, within the resident's.</summary>
    public long? WithdrawnSequence { get; private set; }

    public LifeEventKey Key => new(ResidentId, Kind, FeedId, Role, Age, OccurredOn);

    /// <summary>Last of the resident's numbers that this one took.</summary>
    public long LastSequence => WithdrawnSequence ?? Sequence;

    public static LifeEvent Of(FoundEvent found, string feed, DateOnly noticedOn, long sequence, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ResidentId = found.ResidentId,
        Sequence = sequence,
        Kind = found.Kind,
        HouseholdId = found.HouseholdId,
        FromHouseholdId = found.FromHouseholdId,
        OccurredOn = found.OccurredOn,
        NoticedOn = noticedOn,
        FeedId = feed,
        Age = found.Age,
        Role = found.Role,
        KnownAt = now,
    };

    /// <summary>A late file showed it as well, or another one shows it now.</summary>
    public void NoticeOn(DateOnly day) => NoticedOn = day;

    /// <summary>It did not happen.</summary>
    public void Withdraw(long sequence, DateTimeOffset now) => (WithdrawnSequence, WithdrawnAt) = (sequence, now);
}
