using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Npgsql;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>The household service with the sample register, and a look into its tables.</summary>
public sealed class LinkFixture : IAsyncLifetime
{
    TestSuite suite = null!;
    ServiceHost household = null!;
    string database = "";

    public LinkService.LinkServiceClient Links => new(As("caseworker"));

    public HouseholdService.HouseholdServiceClient Caseworker => new(As("caseworker"));

    public async ValueTask InitializeAsync()
    {
        suite = await TestSuite.StartAsync();
        database = await TestServers.NameDatabaseAsync("household");
        household = await suite.StartAsync("household", ("ConnectionStrings:household-db", database), ("SampleData:Path", Repository.PathOf("apphost/sample")));
        await ImportAsync("residents", City.Sample.Read("day1/residents.csv"));
    }

    public ValueTask DisposeAsync() => suite.DisposeAsync();

    public async Task ImportAsync(string feed, byte[] file)
    {
        using var upload = new HouseholdService.HouseholdServiceClient(household.As(suite.Issuer.ForStaff("admin-01", "welfare-general", "administrator"))).ImportFeed();
        await upload.RequestStream.WriteAsync(new() { FeedId = feed, RequestId = Guid.NewGuid().ToString(), FileName = $"{feed}.csv" });
        await upload.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(file) });
        await upload.RequestStream.CompleteAsync();
        Assert.Contains((await upload).State, new[] { ImportState.Applied, ImportState.Unchanged });
    }

    /// <summary>Waits until no comparison is due any more.</summary>
    public Task LinkedAsync() => Eventually.GetAsync(() => CountAsync("select count(*) from schedules where kind = 'linking'"), waiting => waiting == 0);

    public async Task<IReadOnlyList<LinkCandidate>> InAsync(LinkState state) =>
        (await Links.SearchLinkCandidatesAsync(new() { State = state, PageSize = 100 })).Candidates;

    /// <summary>What the view of the resident's household says of the resident's involvement in the feed without a key.</summary>
    /// <param name="resident">The resident.</param>
    /// <param name="known">What was known then; now when null.</param>
    public async Task<IReadOnlyList<Involvement>> InvolvementAsync(Resident resident, DateTimeOffset? known = null)
    {
        var view = await Caseworker.GetHouseholdViewAsync(new() { HouseholdId = resident.HouseholdId, KnownAt = known?.ToTimestamp() });
        return [.. view.Members.Single(m => m.Resident.ResidentId == resident.ResidentId).Involvement.Where(i => i.FeedId == KeylessList.Feed)];
    }

    public async Task<Resident> ResidentAsync(string number) =>
        Assert.Single((await Caseworker.SearchResidentsAsync(new() { ResidentNumber = number })).Matches).Resident;

    /// <summary>Every row that tells whom a record is about, as the database's owner sees it.</summary>
    public async Task<IReadOnlyList<string>> TablesAsync()
    {
        var rows = new List<string>();
        foreach (var table in new[] { "possible_links", "involvement_persons", "involvement_descriptions" })
        {
            await using var connection = new NpgsqlConnection(database);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"select '{table} ' || t::text from {table} t order by 1", connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(reader.GetString(0));
        }
        return rows;
    }

    async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }

    Grpc.Core.CallInvoker As(string role) => household.As(suite.Issuer.ForStaff("staff-01", "welfare-general", role), "consultation");
}
