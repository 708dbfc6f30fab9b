using Tsunagu.Notifications.Domain;

namespace Tsunagu.Notifications.Data;

/// <summary>An item as one reader sees it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Read">True when this reader has read it.</param>
sealed record InboxLine(InboxItem Item, bool Read);
