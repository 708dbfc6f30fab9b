using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Scheduling;

/// <summary>
/// Does what is due, one after the other: when a commit tells of it, when the next one falls due, and every few seconds. Any number of
/// replicas may run it; what a killed one was at is free again with its connection.
/// </summary>
sealed class ScheduleRunner<TContext> : BackgroundService
    where TContext : ServiceDbContext
{
    const string Principal = "job:schedules";
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);

    readonly Dictionary<string, ScheduledJob<TContext>> jobs;
    readonly string[] kinds;
    readonly UnitOfWork<TContext> unit;
    readonly ScheduleSignal signal;
    readonly TimeProvider clock;
    readonly ILogger<ScheduleRunner<TContext>> log;

    public ScheduleRunner(
        IEnumerable<ScheduledJob<TContext>> jobs,
        UnitOfWork<TContext> unit,
        ScheduleSignal signal,
        TimeProvider clock,
        ILogger<ScheduleRunner<TContext>> log)
    {
        this.jobs = jobs.ToDictionary(job => job.Kind, StringComparer.Ordinal);
        kinds = [.. this.jobs.Keys];
        (this.unit, this.signal, this.clock, this.log) = (unit, signal, clock, log);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await RunOneAsync(stoppingToken))
                    await signal.WaitAsync(await QuietAsync(stoppingToken), stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.SchedulesUnknown(e.GetType().Name);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    /// <summary>Does what has been due longest.</summary>
    /// <returns>False when nothing was due.</returns>
    internal async Task<bool> RunOneAsync(CancellationToken ct)
    {
        ScheduleClaim? claim = null;
        try
        {
            return await unit.RunAsAsync(Principal, RunAsync, ct);
        }
        catch (Exception failure) when (claim is not null && !ct.IsCancellationRequested)
        {
            await unit.RunAsAsync(Principal, (db, token) => FailAsync(db, claim, failure, token), ct);
            return true;
        }

        async Task<bool> RunAsync(TContext db, CancellationToken token)
        {
            var now = clock.GetUtcNow();
            claim = await ScheduleClaim.TakeAsync(db, kinds, now, token);
            if (claim is null)
                return false;
            await Sql.SetSessionAsync(db, SessionContext.OfProgram("job:" + claim.Kind), token);
            await jobs[claim.Kind].RunAsync(db, claim.Key, now, token);
            await claim.RemoveAsync(db, token);
            return true;
        }
    }

    async Task FailAsync(TContext db, ScheduleClaim failed, Exception failure, CancellationToken ct)
    {
        // Another replica may have succeeded in the meantime.
        if (await failed.TakeAgainAsync(db, ct) is not { } claim)
            return;
        var now = clock.GetUtcNow();
        if (await jobs[claim.Kind].GivesUpAsync(db, claim.Key, failure, now, ct))
        {
            await claim.RemoveAsync(db, ct);
            return;
        }

        var delay = ScheduleBackoff.DelayAfter(claim.Attempts + 1);
        log.ScheduleFailed(claim.Kind, claim.Attempts + 1, delay, failure.GetType().Name);
        await claim.PutOffAsync(db, failure.GetType().Name, now + delay, ct);
    }

    async Task<TimeSpan> QuietAsync(CancellationToken ct)
    {
        var next = await unit.RunAsAsync(Principal, (db, token) => ScheduleClaim.NextAsync(db, kinds, token), ct);
        var wait = next is { } due ? due - clock.GetUtcNow() : ScheduleModel.Poll;
        // What is due already is in another replica's hands.
        return wait < Shortest ? Shortest : wait < ScheduleModel.Poll ? wait : ScheduleModel.Poll;
    }
}
