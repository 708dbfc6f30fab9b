using Google.Protobuf.WellKnownTypes;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Parking;
using Contract = Tsunagu.Contracts.Operations.V1;

namespace Tsunagu.ServiceDefaults.Operations;

/// <summary>Between the contract and what is kept. Bodies stay where they are.</summary>
static class OperationsWire
{
    public static Contract.ParkedMessage From(ParkedMessage message) => new()
    {
        ParkedMessageId = message.Id.ToString(),
        Endpoint = message.Endpoint,
        EventId = message.EventId.ToString(),
        AggregateId = message.AggregateId?.ToString() ?? "",
        Sequence = message.Sequence ?? 0,
        Type = message.Type,
        Cause = message.Cause,
        Attempts = message.Attempts,
        ParkedAt = message.ParkedAt.ToTimestamp(),
        State = From(message.State),
        EndedAt = message.EndedAt?.ToTimestamp(),
        EndedByStaffId = message.EndedBy?.Value ?? "",
        Reason = message.Reason ?? "",
        Version = Data.Version.Of(message.Version),
    };

    public static Contract.SequenceGap From(SequenceGap gap) => new()
    {
        Endpoint = gap.Endpoint,
        AggregateId = gap.AggregateId.ToString(),
        FirstSequence = gap.First,
        LastSequence = gap.Last,
        NoticedAt = gap.NoticedAt.ToTimestamp(),
        ClosedAt = gap.ClosedAt?.ToTimestamp(),
    };

    static Contract.ParkedState From(ParkedState state) => state switch
    {
        ParkedState.Parked => Contract.ParkedState.Parked,
        ParkedState.Replaying => Contract.ParkedState.Replaying,
        ParkedState.Replayed => Contract.ParkedState.Replayed,
        ParkedState.Discarded => Contract.ParkedState.Discarded,
    };
}
