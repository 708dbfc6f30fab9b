using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Parking;

/// <summary>
/// A message that could not be taken in, or that waits behind one of the same record; a row of <c>parked_messages</c>.
/// </summary>
sealed class ParkedMessage
{
    /// <summary>Cause of what waits behind another message of its record.</summary>
    public const string Behind = "BEHIND_PARKED";

    public required Guid Id { get; init; }

    /// <summary>Order of arrival, given by the database.</summary>
    public long Position { get; private init; }

    public required string Endpoint { get; init; }

    /// <summary>Id of the event; one made from the content when it could not be read.</summary>
    public required Guid EventId { get; init; }

    /// <summary>Record, or the message itself when none could be read: what shares it is replayed in order.</summary>
    public required Guid Line { get; init; }

    public required Guid? AggregateId { get; init; }

    public required long? Sequence { get; init; }

    /// <summary>Type as it travels; empty when it could not be read.</summary>
    public required string Type { get; init; }

    /// <summary>As received.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Type of the last failure, or <see cref="Behind"/>.</summary>
    public required string Cause { get; set; }

    public required int Attempts { get; set; }

    public required DateTimeOffset ParkedAt { get; init; }

    public required ParkedState State { get; set; }

    /// <summary>Events that told of it.</summary>
    public int Alarms { get; private set; }

    public DateTimeOffset? AlarmedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public StaffId? EndedBy { get; private set; }

    public string? Reason { get; private set; }

    public uint Version { get; private set; }

    /// <summary>A replay is asked for.</summary>
    /// <exception cref="Refusal">It does not wait any more.</exception>
    public void RequestReplay()
    {
        RequireParked();
        State = ParkedState.Replaying;
    }

    /// <summary>It was taken in.</summary>
    public void Conclude(DateTimeOffset now) => (State, EndedAt) = (ParkedState.Replayed, now);

    /// <summary>A replay failed: it waits for another decision.</summary>
    public void Fail(string cause) => (State, Cause, Attempts) = (ParkedState.Parked, cause, Attempts + 1);

    /// <summary>An event tells of it.</summary>
    public void Alarm(DateTimeOffset now) => (Alarms, AlarmedAt) = (Alarms + 1, now);

    /// <summary>Gives it up.</summary>
    /// <exception cref="Refusal">It does not wait any more.</exception>
    public void Discard(StaffId by, string reason, DateTimeOffset now)
    {
        RequireParked();
        (State, EndedBy, Reason, EndedAt) = (ParkedState.Discarded, by, reason, now);
    }

    void RequireParked()
    {
        if (State is not ParkedState.Parked)
            throw ParkingErrors.NotParked();
    }
}
