using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Domain;

/// <summary>A staff member has read an item; colleagues still see it as new.</summary>
public sealed class InboxRead
{
    /// <summary>The item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Who read it.</summary>
    public required StaffId Staff { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}
