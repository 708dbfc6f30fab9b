using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Domain;

/// <summary>One line of an inbox: codes and ids; the record itself is read from its owner.</summary>
public sealed class InboxItem
{
    /// <summary>Identity (UUIDv7).</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is about.</summary>
    public required InboxKind Kind { get; init; }

    /// <summary>The record it is about.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Agency that is told.</summary>
    public required AgencyId Agency { get; init; }

    /// <summary>Set when it is for one person of the agency.</summary>
    public required StaffId? Staff { get; init; }

    /// <summary>Service that keeps the record, where its kind alone does not say.</summary>
    public required string? Service { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Position in the agency's inbox; given by the database while the agency's inbox is locked.</summary>
    public long Position { get; private init; }
}
