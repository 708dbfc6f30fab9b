using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tsunagu.Contracts.Events.Households;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Imports;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Tsunagu.Tests.TestKit.Messaging;
using Tsunagu.Tests.TestKit.Population;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>The household service with a database of its own, empty until a test imports something.</summary>
public class HouseholdFixture : IAsyncLifetime
{
    /// <summary>Most bytes of a resident's file.</summary>
    public const int LargestFile = 2_000_000;

    // Measures are looked at whenever a test runs.
    static readonly (string, string) WholeDay = ("Protections:WatchHour", "0");

    TestSuite suite = null!;
    ServiceHost household = null!;
    readonly ConcurrentDictionary<(string Staff, string Agency, string Role, string? Purpose), Lazy<CallInvoker>> callers = new();
    string database = "";

    /// <summary>Administrator's connection string of the database; empty for a new one.</summary>
    public string Database { get => database; init => database = value; }

    public EventTap Events { get; private set; } = null!;

    /// <summary>A caller of the given role and purpose.</summary>
    public HouseholdService.HouseholdServiceClient As(string role, string? purpose = "consultation", string staff = "staff-01") =>
        new(CallerOf(staff, "welfare-general", role, purpose));

    public HouseholdService.HouseholdServiceClient Administrator => As("administrator", null, "admin-01");

    public HouseholdService.HouseholdServiceClient Caseworker => As("caseworker");

    public LinkService.LinkServiceClient Links => new(CallerOf("staff-01", "welfare-general", "caseworker", "consultation"));

    /// <summary>A caseworker who asks over REST.</summary>
    public HttpClient Rest => household.RestAs(suite.Issuer.ForStaff("staff-01", "welfare-general", "caseworker"), "consultation");

    /// <summary>What the service knows of who waits for it.</summary>
    internal RightOfWay RightOfWay => household.Services.GetRequiredService<RightOfWay>();

    /// <summary>Life events, asked for by a caller of the given role.</summary>
    public LifeEventService.LifeEventServiceClient LifeEventsAs(string role) =>
        new(CallerOf(role == "administrator" ? "admin-01" : "staff-01", "welfare-general", role, "consultation"));

    public SupportService.SupportServiceClient Support => SupportOf("welfare-general");

    /// <summary>Support households, as a caseworker of an agency finds them.</summary>
    public SupportService.SupportServiceClient SupportOf(string agency) => new(Worker(agency));

    /// <summary>Files and messages, as a caseworker of an agency finds them.</summary>
    public ResidentRecordService.ResidentRecordServiceClient Records(string agency = "welfare-general") => new(Worker(agency));

    /// <summary>Protective measures, as somebody of a department in one role finds them.</summary>
    public ProtectionService.ProtectionServiceClient ProtectionsAs(
        string role, string staff, string agency = "welfare-general", string purpose = "consultation") => new(CallerOf(staff, agency, role, purpose));

    public HouseholdService.HouseholdServiceClient Anonymous => new(household.As("", "consultation"));

    public virtual async ValueTask InitializeAsync()
    {
        suite = await TestSuite.StartAsync();
        Events = await EventTap.StartAsync(
            suite.Broker, typeof(ImportApplied), typeof(LifeEventNoticed), typeof(LifeEventWithdrawn),
            typeof(RevealRequested), typeof(RevealOpened), typeof(RevealRejected), typeof(ProtectionsDue));
        if (database.Length == 0)
            database = await NewDatabaseAsync();
        household = await suite.StartAsync(
            "household", ("ConnectionStrings:household-db", database), ("SampleData:Path", Repository.PathOf("apphost/sample")),
            ("Records:LargestFileBytes", $"{LargestFile}"), WholeDay);
    }

    public async ValueTask DisposeAsync()
    {
        await Events.DisposeAsync();
        await suite.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Administrator's connection string of a new database.</summary>
    protected virtual Task<string> NewDatabaseAsync() => TestSuite.NewDatabaseAsync("household");

    /// <summary>A caseworker at a second process of the service, on the same database.</summary>
    public async Task<HouseholdService.HouseholdServiceClient> StartReplicaAsync()
    {
        var replica = await suite.StartAsync("household", ("ConnectionStrings:household-db", database), WholeDay);
        return new(replica.As(suite.Issuer.ForStaff("staff-01", "welfare-general", "caseworker"), "consultation"));
    }

    /// <summary>One more process, which watches a drop folder.</summary>
    public Task WatchAsync(string folder) => suite.StartAsync(
        "household", ("ConnectionStrings:household-db", database), ("Feeds:DropFolder", folder), ("Feeds:DropInterval", "00:00:00.2"));

    /// <summary>Sends a file in pieces, as the gateway does.</summary>
    public async Task<Import> ImportAsync(string feed, byte[] file, string? requestId = null, string name = "file.csv", DateOnly? dataDate = null)
    {
        using var upload = Administrator.ImportFeed();
        await upload.RequestStream.WriteAsync(new()
        {
            FeedId = feed,
            RequestId = requestId ?? Guid.NewGuid().ToString(),
            FileName = name,
            DataDate = dataDate?.ToString("yyyy-MM-dd", null) ?? "",
        });
        foreach (var piece in file.Chunk(10_000))
            await upload.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(piece) });
        await upload.RequestStream.CompleteAsync();
        return await upload;
    }

    /// <summary>Sends a file that must go in, or be known already.</summary>
    public async Task<Import> TakeAsync(string feed, byte[] file, DateOnly? dataDate = null)
    {
        var import = await ImportAsync(feed, file, name: feed, dataDate: dataDate);
        Assert.Contains(import.State, new[] { ImportState.Applied, ImportState.Unchanged });
        return import;
    }

    /// <summary>Sends a register of people, however many.</summary>
    public Task<Import> ImportAsync(string feed, IEnumerable<Inhabitant> people) => ImportAsync(feed, RegisterFile.Pieces(people));

    /// <summary>Sends a file that is written while it is sent, of any size.</summary>
    public async Task<Import> ImportAsync(string feed, IEnumerable<byte[]> pieces, string? requestId = null)
    {
        using var upload = Administrator.ImportFeed();
        await upload.RequestStream.WriteAsync(new() { FeedId = feed, RequestId = requestId ?? Guid.NewGuid().ToString(), FileName = "file.csv" });
        try
        {
            foreach (var piece in pieces)
                await upload.RequestStream.WriteAsync(new() { Chunk = UnsafeByteOperations.UnsafeWrap(piece) });
            await upload.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            // The service answered before the whole file had come; its answer says why.
        }
        return await upload;
    }

    /// <summary>The import as soon as it is so.</summary>
    /// <exception cref="TimeoutException">It was not within 30 seconds.</exception>
    public async Task<Import> UntilAsync(string import, Predicate<Import> isSo)
    {
        for (var until = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < until; await Task.Delay(50))
        {
            try
            {
                if (await Administrator.GetImportAsync(new() { ImportId = import }) is { } found && isSo(found))
                    return found;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
            {
                // The upload has not begun yet.
            }
        }
        throw new TimeoutException("the import did not get there");
    }

    /// <summary>Waits until nothing of what was imported is left to be looked at.</summary>
    public Task LookedAtAsync() => Eventually.GetAsync(
        () => CountAsync("select count(*) from schedules where kind in ('linking', 'life-events')"), waiting => waiting == 0);

    /// <summary>What a query of the import's program gives as text, or nothing.</summary>
    public async Task<string> TextAsync(string sql)
    {
        await using var command = household.Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand($"begin; set local tsunagu.principal = 'job:feed-import'; {sql}");
        return await command.ExecuteScalarAsync() as string ?? "";
    }

    CallInvoker Worker(string agency) => CallerOf($"worker-{agency}", agency, "caseworker", "consultation");

    // One connection for each caller, however often a test names them.
    CallInvoker CallerOf(string staff, string agency, string role, string? purpose) =>
        callers.GetOrAdd((staff, agency, role, purpose), _ => new(() => household.As(suite.Issuer.ForStaff(staff, agency, role), purpose))).Value;

    /// <summary>A connection of the service's own login, for a transaction beside its own.</summary>
    public async Task<NpgsqlConnection> ConnectAsync() => await household.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();

    /// <summary>One number from the database, as the service's own login sees it.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using var command = household.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }
}
