using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Scheduling;

/// <summary>
/// What is done when a schedule falls due. It looks at the record again, because that may have changed since: a schedule is never
/// taken back, it finds nothing to do.
/// </summary>
/// <typeparam name="TContext">The service's context.</typeparam>
public abstract class ScheduledJob<TContext>
    where TContext : ServiceDbContext
{
    /// <summary>Names its schedules, such as <c>referral-deadline</c>: 1 to 60 characters. It runs as the principal <c>job:{kind}</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>
    /// Does it, inside the transaction that removes the schedule: together or not at all, by one replica. Calls SaveChangesAsync itself if
    /// anything changed. A failure is tried again with growing pauses, up to an hour.
    /// </summary>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="key">Key of the schedule.</param>
    /// <param name="now">The moment (UTC), later than the time for which it was scheduled.</param>
    /// <param name="ct">Stops the work; nothing is committed then.</param>
    public abstract Task RunAsync(TContext db, string key, DateTimeOffset now, CancellationToken ct);

    /// <summary>Decides after a failure, in a transaction of its own, whether to give up; by default it is tried again.</summary>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="key">Key of the schedule.</param>
    /// <param name="failure">What went wrong.</param>
    /// <param name="now">The moment (UTC).</param>
    /// <param name="ct">Stops the work.</param>
    internal virtual Task<bool> GivesUpAsync(TContext db, string key, Exception failure, DateTimeOffset now, CancellationToken ct) =>
        Task.FromResult(false);
}
