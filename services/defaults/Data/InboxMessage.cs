namespace Tsunagu.ServiceDefaults.Data;

/// <summary>An event that a consumer has taken in; a row of <c>inbox_messages</c>.</summary>
sealed class InboxMessage
{
    public required string Consumer { get; init; }

    public required Guid EventId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
