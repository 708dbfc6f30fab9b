namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>An agreement between the city and an agency.</summary>
/// <param name="Scopes">Areas that it covers, of <see cref="ServiceArea.All"/>.</param>
/// <param name="StartsOn">First day, a day of Japan.</param>
/// <param name="EndsOn">Last day, a day of Japan.</param>
/// <param name="EndedAt">When it was ended before its time; null unless it was.</param>
public sealed record KnownAgreement(IReadOnlyList<string> Scopes, DateOnly StartsOn, DateOnly EndsOn, DateTimeOffset? EndedAt)
{
    /// <summary>True while it is in force.</summary>
    /// <param name="now">Instant asked about.</param>
    /// <param name="today">The day of Japan on which it falls.</param>
    public bool IsLive(DateTimeOffset now, DateOnly today) =>
        StartsOn <= today && today <= EndsOn && (EndedAt is not { } ended || now < ended);
}
