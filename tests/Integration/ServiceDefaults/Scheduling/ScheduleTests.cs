using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Scheduling;

public sealed class ScheduleTests(Servers servers) : IClassFixture<Servers>
{
    readonly Guid record = Guid.CreateVersion7();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WorkThatCommits_HasItDoneAtItsTimeAndNotBefore()
    {
        await using var host = await StartAsync();
        var due = DateTimeOffset.UtcNow.AddSeconds(5);
        await ScheduleAsync(host, record, due);
        Assert.Empty(await host.EffectsAsync(record));

        Assert.Single(await host.EventuallyAsync(record, 1));
        Assert.True(DateTimeOffset.UtcNow > due);
        Assert.Equal(0, await WaitingAsync(record));
    }

    [Fact]
    public async Task WorkThatRollsBack_SchedulesNothing()
    {
        await using var host = await StartAsync();
        await Assert.ThrowsAsync<TimeoutException>(() => host.UnitOfWork.RunAsAsync(
            "test",
            async (db, ct) =>
            {
                db.Schedule(ProbeJob.Name, record.ToString(), DateTimeOffset.UtcNow);
                await db.SaveChangesAsync(ct);
                throw new TimeoutException();
            },
            Ct));

        Assert.Equal(0, await WaitingAsync(record));
    }

    [Fact]
    public async Task ThreeReplicas_DoEachOnce()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        await using var three = await StartAsync();
        var records = Enumerable.Range(0, 60).Select(_ => Guid.CreateVersion7()).ToList();
        await one.UnitOfWork.RunAsAsync(
            "test",
            async (db, ct) =>
            {
                records.ForEach(id => db.Schedule(ProbeJob.Name, id.ToString(), DateTimeOffset.UtcNow));
                await db.SaveChangesAsync(ct);
            },
            Ct);

        foreach (var id in records)
            Assert.Single(await two.EventuallyAsync(id, 1));
        Assert.Equal(0, await Servers.QueryAsync<long>(servers.Administrator, "select count(*) from schedules"));
        foreach (var id in records)
            Assert.Single(await two.EffectsAsync(id));
        Assert.All(new[] { one, two, three }, replica => Assert.True(replica.Gate.Entered > 0));
    }

    [Fact]
    public async Task JobThatFails_LeavesNothingAndIsTriedAgainLater()
    {
        await using var host = await StartAsync();
        host.Gate.JobFault = new InvalidOperationException("山田太郎");
        await ScheduleAsync(host, record, DateTimeOffset.UtcNow);
        var error = await Eventually.GetAsync(
            () => Servers.QueryAsync<string>(servers.Administrator, $"select last_error from schedules where key = '{record}' and attempts >= 2"), text => text is not null);
        Assert.Equal("InvalidOperationException", error);
        Assert.Empty(await host.EffectsAsync(record));
        host.Gate.JobFault = null;

        Assert.Single(await host.EventuallyAsync(record, 1));
        Assert.Equal(0, await WaitingAsync(record));
    }

    [Fact]
    public async Task JobWhoseProcessIsKilledInTheMiddle_IsDoneOnceByAnother()
    {
        await using var killed = await StartAsync();
        var gate = killed.Gate.Closed = new TaskCompletionSource();
        await ScheduleAsync(killed, record, DateTimeOffset.UtcNow);
        await Eventually.GetAsync(() => Task.FromResult(killed.Gate.Entered), n => n == 1);
        await using var other = await StartAsync();
        Assert.Empty(await other.EffectsAsync(record));
        // What a dead process is to the database: its connection ends in the middle of the transaction.
        await Servers.QueryAsync<bool>(
            servers.Administrator,
            "select bool_and(pg_terminate_backend(pid)) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()");

        Assert.Single(await other.EventuallyAsync(record, 1));
        Assert.Equal(1, other.Gate.Entered);
        gate.SetResult();
        await Task.Delay(TimeSpan.FromSeconds(2), Ct);
        Assert.Single(await other.EffectsAsync(record));
        Assert.Equal(0, await WaitingAsync(record));
    }

    Task<ProbeHost> StartAsync() => ProbeHost.StartAsync(servers.MessagingSettings());

    Task<long> WaitingAsync(Guid key) => Servers.QueryAsync<long>(servers.Administrator, $"select count(*) from schedules where key = '{key}'");

    static Task ScheduleAsync(ProbeHost host, Guid key, DateTimeOffset due) => host.UnitOfWork.RunAsAsync(
        "test",
        async (db, ct) =>
        {
            db.Schedule(ProbeJob.Name, key.ToString(), due);
            await db.SaveChangesAsync(ct);
        },
        Ct);
}
