using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Domain;

/// <summary>An agency asked to attend; it may read the meeting from then on.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="InvitedAt">When it was invited.</param>
public sealed record Invitation(AgencyId Agency, DateTimeOffset InvitedAt);
