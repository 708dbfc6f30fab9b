using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tsunagu.Contracts.Events.Directory;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

/// <summary>A service follows one directory, whichever it hears of first.</summary>
public sealed class FirstDirectoryTests(Served served) : IClassFixture<Served>
{
    const int Rounds = 20;

    [Fact]
    public async Task FirstEventsOfTwoDirectoriesAtOnce_LeaveOneThatIsFollowed()
    {
        await using var source = NpgsqlDataSource.Create(served.Servers.Administrator);
        for (var round = 0; round < Rounds; round++)
        {
            await using (var forget = source.CreateCommand("delete from directory_state"))
                await forget.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            Guid[] directories = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
            await Task.WhenAll(directories.Select(TakeAsync));

            await using var count = source.CreateCommand("select count(*) from directory_state");
            Assert.Equal(1L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }
    }

    Task TakeAsync(Guid directory) => served.Host.UnitOfWork.RunAsAsync(
        "consumer:probe-directory",
        (db, ct) => new DirectoryIntake(NullLogger<DirectoryIntake>.Instance).TakeAsync(
            new DirectoryConfirmed
            {
                EventId = Guid.CreateVersion7(),
                OccurredAt = DateTimeOffset.UtcNow,
                AggregateId = directory,
                Sequence = 1,
                CompleteFrom = 1,
            },
            db,
            (state, _) =>
            {
                state.Confirm(1, DateTimeOffset.UtcNow);
                return Task.CompletedTask;
            },
            ct),
        TestContext.Current.CancellationToken);
}
