using System.Globalization;
using Grpc.Core;
using Npgsql;
using Tsunagu.Contracts.Events.Directory;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Referrals;

/// <summary>A service that cannot know how the directory stands refuses staff, and is mended without touching its database.</summary>
[Collection(typeof(WholeDirectory))]
public sealed class DirectoryFaultTests(DirectoryWorld world)
{
    const string Intake = "intake";
    const string Queue = "intake-directory";
    const string Stale = "DIRECTORY_STALE";

    [Fact]
    public async Task EventThatNeverArrived_MakesTheDirectoryStaleThereUntilItIsPublishedAnew()
    {
        var person = await EnrolAsync();
        await world.BecomesAsync("", Intake, person);
        await world.StopIntakeAsync();
        await world.Directory(world.Administrator).SuspendStaffAsync(new() { RequestId = Story.NewId(), StaffId = person.Staff });
        await Eventually.GetAsync(() => world.Queues.CountAsync(Queue), lying => lying > 0);
        Assert.True(await world.Queues.PurgeAsync(Queue) > 0, "Nothing was lost.");
        await world.StartIntakeAsync();
        // What follows tells that something is missing.
        await world.Directory(world.Administrator).ReinstateStaffAsync(new() { RequestId = Story.NewId(), StaffId = person.Staff });

        await world.BecomesAsync(Stale, Intake, person);
        Assert.Equal(Stale, await world.CodeAsync(Intake, world.Sender));
        Assert.Equal("", await world.CodeAsync("referral", world.Sender));

        var published = await world.Directory(world.Administrator).RepublishDirectoryAsync(new() { RequestId = Story.NewId() });
        Assert.True(published.Entries >= 6);
        await world.BecomesAsync("", Intake, person);
    }

    [Fact]
    public async Task ParkedEventOfTheDirectory_IsMendedByAProgram_WhileEveryStaffMemberIsRefused()
    {
        var directory = await Servers.QueryAsync<Guid>(world.ReferralDb, "select directory_id from directory");
        await world.Queues.SendAsync(Queue, Unreadable(directory!));
        var program = world.IntakeOperationsByProgram();
        var broken = (await Eventually.GetAsync(
            async () => (await program.ListParkedMessagesAsync(new() { Endpoint = Queue })).ParkedMessages, parked => parked.Count > 0))[0];
        var person = await EnrolAsync();
        await Eventually.GetAsync(
            async () => (await program.ListParkedMessagesAsync(new() { Endpoint = Queue })).ParkedMessages.Count, behind => behind > 1);
        // A quarter of an hour later.
        await DirectoryWorld.ExecuteAsync(world.IntakeDb, "update directory_state set confirmed_at = confirmed_at - interval '1 hour'; notify directory");
        await world.BecomesAsync(Stale, Intake, world.Sender);
        await Refused.AssertAsync(StatusCode.Unavailable, Stale, world.IntakeOperations(world.Administrator).ReplayParkedMessagesAsync(
            new() { RequestId = Story.NewId(), Endpoint = Queue }));

        await program.DiscardParkedMessageAsync(new()
        {
            RequestId = Story.NewId(),
            ParkedMessageId = broken.ParkedMessageId,
            ExpectedVersion = broken.Version,
            Reason = "読み取れないため",
        });
        await program.ReplayParkedMessagesAsync(new() { RequestId = Story.NewId(), Endpoint = Queue });
        await world.DirectoryByProgram().RepublishDirectoryAsync(new() { RequestId = Story.NewId() });

        await world.BecomesAsync("", Intake, world.Sender);
        await world.BecomesAsync("", Intake, person);
        Assert.Empty((await program.ListParkedMessagesAsync(new() { Endpoint = Queue })).ParkedMessages);
    }

    [Theory]
    [InlineData("referral")]
    [InlineData("intake")]
    public async Task SecondDirectory_FindsNoPlaceBesideTheFirst(string service)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => DirectoryWorld.ExecuteAsync(
            service == Intake ? world.IntakeDb : world.ReferralDb,
            $"insert into directory_state (directory_id, sequence, unbroken_since) values ('{Guid.NewGuid()}', 1, 1)"));
        Assert.Equal(PostgresErrorCodes.UniqueViolation, refused.SqlState);
    }

    async Task<Person> EnrolAsync()
    {
        var person = new Person($"s-{Guid.NewGuid():N}", world.Sender.Agency, "caseworker");
        await world.Directory(world.Administrator).EnrolStaffAsync(
            new() { RequestId = Story.NewId(), StaffId = person.Staff, AgencyId = person.Agency, Name = "架空　花子", Roles = { Role.Caseworker } });
        return person;
    }

    // Without the staff member it is about.
    static string Unreadable(Guid directory) => string.Create(CultureInfo.InvariantCulture,
        $$"""
        {"messageType":["urn:message:{{typeof(StaffChanged).Namespace}}:{{nameof(StaffChanged)}}"],
         "message":{"eventId":"{{Guid.CreateVersion7()}}","occurredAt":"{{DateTimeOffset.UtcNow:O}}","aggregateId":"{{directory}}","sequence":1} }
        """);
}
