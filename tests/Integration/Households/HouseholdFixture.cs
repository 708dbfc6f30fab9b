using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tsunagu.Contracts.Events.Households;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Tsunagu.Tests.TestKit.Messaging;
using Tsunagu.Tests.TestKit.Population;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>The household service with a database of its own, empty until a test imports something.</summary>
public sealed class HouseholdFixture : IAsyncLifetime
{
    /// <summary>Most bytes of a resident's file.</summary>
    public const int LargestFile = 2_000_000;

    TestSuite suite = null!;
    ServiceHost household = null!;
    string database = "";
    HouseholdService.HouseholdServiceClient? administrator;
    HouseholdService.HouseholdServiceClient? caseworker;

    /// <summary>Administrator's connection string of a server of the test's own; null for the one that all tests share.</summary>
    public string? Server { get; init; }

    public EventTap Events { get; private set; } = null!;

    /// <summary>A caller of the given role and purpose.</summary>
    public HouseholdService.HouseholdServiceClient As(string role, string? purpose = "consultation", string staff = "staff-01") =>
        new(household.As(suite.Issuer.ForStaff(staff, "welfare-general", role), purpose));

    public HouseholdService.HouseholdServiceClient Administrator => administrator ??= As("administrator", null, "admin-01");

    public HouseholdService.HouseholdServiceClient Caseworker => caseworker ??= As("caseworker");

    /// <summary>Life events, asked for by a caller of the given role.</summary>
    public LifeEventService.LifeEventServiceClient LifeEventsAs(string role) =>
        new(household.As(suite.Issuer.ForStaff(role == "administrator" ? "admin-01" : "staff-01", "welfare-general", role), "consultation"));

    public SupportService.SupportServiceClient Support => SupportOf("welfare-general");

    /// <summary>Support households, as a caseworker of an agency finds them.</summary>
    public SupportService.SupportServiceClient SupportOf(string agency) => new(Worker(agency));

    /// <summary>Files and messages, as a caseworker of an agency finds them.</summary>
    public ResidentRecordService.ResidentRecordServiceClient Records(string agency = "welfare-general") => new(Worker(agency));

    public HouseholdService.HouseholdServiceClient Anonymous => new(household.As("", "consultation"));

    public async ValueTask InitializeAsync()
    {
        suite = await TestSuite.StartAsync();
        Events = await EventTap.StartAsync(suite.Broker, typeof(ImportApplied), typeof(LifeEventNoticed), typeof(LifeEventWithdrawn));
        database = Server is null ? await TestServers.NameDatabaseAsync("household") : new NpgsqlConnectionStringBuilder(Server) { Database = "household" }.ConnectionString;
        household = await suite.StartAsync(
            "household", ("ConnectionStrings:household-db", database), ("SampleData:Path", Repository.PathOf("apphost/sample")),
            ("Records:LargestFileBytes", $"{LargestFile}"));
    }

    public async ValueTask DisposeAsync()
    {
        await Events.DisposeAsync();
        await suite.DisposeAsync();
    }

    /// <summary>A caseworker at a second process of the service, on the same database.</summary>
    public async Task<HouseholdService.HouseholdServiceClient> StartReplicaAsync()
    {
        var replica = await suite.StartAsync("household", ("ConnectionStrings:household-db", database));
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

    /// <summary>Every row set aside, page by page.</summary>
    public async Task<IReadOnlyList<ImportReject>> RejectsAsync(string import, int pageSize = 2)
    {
        var rejects = new List<ImportReject>();
        var token = "";
        do
        {
            var page = await Administrator.ListImportRejectsAsync(new() { ImportId = import, PageSize = pageSize, PageToken = token });
            rejects.AddRange(page.Rejects);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return rejects;
    }

    /// <summary>Waits until nothing of what was imported is left to be looked at.</summary>
    public Task LookedAtAsync() => Eventually.GetAsync(
        () => CountAsync("select count(*) from schedules where kind in ('linking', 'life-events')"), waiting => waiting == 0);

    /// <summary>Every life event of a household, page by page.</summary>
    public async Task<IReadOnlyList<LifeEvent>> LifeEventsAsync(string household, bool withdrawn = false, int pageSize = 50)
    {
        var events = new List<LifeEvent>();
        var token = "";
        do
        {
            var page = await LifeEventsAs("caseworker").ListHouseholdLifeEventsAsync(
                new() { HouseholdId = household, PageSize = pageSize, PageToken = token, IncludeWithdrawn = withdrawn });
            events.AddRange(page.LifeEvents);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return events;
    }

    /// <summary>The view of the household in which this resident is now.</summary>
    public async Task<HouseholdView> ViewAsync(string residentNumber, DateOnly? asOf = null, DateTimeOffset? knownAt = null)
    {
        var found = await Caseworker.SearchResidentsAsync(new() { ResidentNumber = residentNumber });
        return await HouseholdAsync(Assert.Single(found.Matches).Resident.HouseholdId, asOf, knownAt);
    }

    /// <summary>The view of a household, at a day and as known at an instant.</summary>
    public async Task<HouseholdView> HouseholdAsync(string household, DateOnly? asOf = null, DateTimeOffset? knownAt = null) =>
        await Caseworker.GetHouseholdViewAsync(new()
        {
            HouseholdId = household,
            AsOf = asOf?.ToString("yyyy-MM-dd", null) ?? "",
            KnownAt = knownAt?.ToTimestamp(),
        });

    /// <summary>What a query of the import's program gives as text, or nothing.</summary>
    public async Task<string> TextAsync(string sql)
    {
        await using var command = household.Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand($"begin; set local tsunagu.principal = 'job:feed-import'; {sql}");
        return await command.ExecuteScalarAsync() as string ?? "";
    }

    CallInvoker Worker(string agency = "welfare-general") =>
        household.As(suite.Issuer.ForStaff($"worker-{agency}", agency, "caseworker"), "consultation");

    /// <summary>A connection of the service's own login, for a transaction beside its own.</summary>
    public async Task<NpgsqlConnection> ConnectAsync() => await household.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();

    /// <summary>One number from the database, as the service's own login sees it.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using var command = household.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }
}
