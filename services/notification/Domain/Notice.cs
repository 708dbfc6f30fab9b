using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Domain;

/// <summary>A line for an inbox, before it is written.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Agency">Agency that is told.</param>
/// <param name="Staff">Who of it; null for all of it.</param>
public readonly record struct Notice(InboxKind Kind, AgencyId Agency, StaffId? Staff);
