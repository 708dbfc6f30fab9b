using System.Text.Json.Nodes;
using Tsunagu.Contracts.Audit.V1;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

/// <summary>The operator's copies of checkpoints, and what they tell of the log.</summary>
public sealed class CheckpointKeeperTests : IAsyncLifetime
{
    const int Acts = 600;
    readonly AuditPlace place = new();
    readonly Servers servers = new();
    Issuer issuer = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await servers.InitializeAsync();
        issuer = await Issuer.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await issuer.DisposeAsync();
        place.Dispose();
    }

    [Fact]
    public async Task Copies_AreSignedVerifyAndHoldNobody()
    {
        var (key, trusted) = place.NewKey();
        await using var host = await StartAsync(key);
        await MadeUpActs.AddAsync(servers, Acts);
        await CopiedAsync(Acts);

        var copies = Copied();
        Assert.DoesNotContain("made-up", await System.IO.File.ReadAllTextAsync(copies, Ct), StringComparison.Ordinal);
        Assert.Equal("OK", await AuditVerifier.RunAsync(["--key", trusted, await RecordsAsync(host), copies], Ct));
        Assert.Equal(
            (await System.IO.File.ReadAllTextAsync(trusted, Ct)).Trim(),
            (await System.IO.File.ReadAllTextAsync(Assert.Single(place.Copies.GetFiles("*.pem")).FullName, Ct)).Trim());
        await HealthAsync(host, "Healthy");
    }

    [Fact]
    public async Task Replicas_ShareAFileWithoutTwinsAndTornLines()
    {
        var (key, _) = place.NewKey();
        await using var one = await StartAsync(key);
        await using var two = await StartAsync(key);
        for (var round = 1; round <= 4; round++)
        {
            await MadeUpActs.AddAsync(servers, 5);
            await CopiedAsync(round * 5);
        }

        var sizes = Sizes();
        Assert.Equal(sizes.Distinct().Order(), sizes);
    }

    [Fact]
    public async Task FolderThatCannotBeWritten_IsDegraded_KeepsNothingFromBeingSealed_AndIsTriedAgain()
    {
        var (key, _) = place.NewKey();
        place.Copies.Delete();
        await using var host = await StartAsync(key);
        await HealthAsync(host, "Degraded audit");
        await MadeUpActs.AddAsync(servers, 10);
        await Eventually.HoldsAsync(async () => (await CheckpointAsync(host)).Size == 10, "sealed");

        place.Copies.Create();

        await CopiedAsync(10);
        await HealthAsync(host, "Healthy");
    }

    [Fact]
    public async Task WithoutAKey_CheckpointsAreNotSigned_AndAKeyOfLaterSignsTheLogAsItStands()
    {
        await using (var host = await StartAsync(key: null))
        {
            await HealthAsync(host, "Degraded audit");
            await MadeUpActs.AddAsync(servers, 10);
            await CopiedAsync(10);
            Assert.EndsWith("=\n\n", (await CheckpointAsync(host)).Note, StringComparison.Ordinal);
        }

        var (key, trusted) = place.NewKey();
        await using var later = await StartAsync(key);
        await HealthAsync(later, "Healthy");
        var note = place.Write("note", (await CheckpointAsync(later)).Note);
        Assert.Equal("OK", await AuditVerifier.RunAsync(["--key", trusted, await RecordsAsync(later), note], Ct));
    }

    [Fact]
    public async Task KeyThatWasChanged_LeavesWhatTheEarlierOneSignedToBeVerified()
    {
        var (old, oldPublic) = place.NewKey();
        await using (var host = await StartAsync(old))
        {
            await MadeUpActs.AddAsync(servers, 10);
            await CopiedAsync(10);
        }

        var (key, newPublic) = place.NewKey();
        await using var later = await StartAsync(key);
        await MadeUpActs.AddAsync(servers, 10);
        await CopiedAsync(20);

        var (copies, records) = (Copied(), await RecordsAsync(later));
        Assert.Equal("OK", await AuditVerifier.RunAsync(["--key", oldPublic, "--key", newPublic, records, copies], Ct));
        Assert.StartsWith("FAILED", await AuditVerifier.RunAsync(["--key", newPublic, records, copies], Ct), StringComparison.Ordinal);
        Assert.Equal(2, place.Copies.GetFiles("*.pem").Length);
    }

    [Theory]
    // As one who has the database would: everything from here on, the tree over it included.
    [InlineData("delete from audit_log where sequence > 550; delete from audit_checkpoints", "cut")]
    [InlineData("update audit_log set body = replace(body, 'made-up', 'made-so') where sequence = 590", "rewritten at its end")]
    [InlineData("update audit_log set body = replace(body, 'made-up', 'made-so') where sequence = 300", "rewritten long ago")]
    [InlineData("delete from audit_log where sequence = 300", "with a hole")]
    [InlineData("update audit_nodes set hash = sha256(hash) where height = 8 and index = 1", "with another tree")]
    public async Task LogThatWasChanged_IsNoticedWhileItRunsAndAtTheNextStart(string change, string how)
    {
        var (key, _) = place.NewKey();
        await using (var host = await StartAsync(key))
        {
            await MadeUpActs.AddAsync(servers, Acts);
            await CopiedAsync(Acts);
            await HealthAsync(host, "Healthy");

            await Servers.QueryAsync<object>(servers.Administrator, change);

            await HealthAsync(host, "Unhealthy audit");
            Assert.EndsWith("=\n\n", (await CheckpointAsync(host)).Note, StringComparison.Ordinal);
        }

        await using var again = await StartAsync(key);
        Assert.True(await Health(again) == "Unhealthy audit", how);
    }

    [Fact]
    public async Task LogWithAHole_IsSealedOn()
    {
        var (key, _) = place.NewKey();
        await using var host = await StartAsync(key);
        await MadeUpActs.AddAsync(servers, Acts);
        await CopiedAsync(Acts);

        await Servers.QueryAsync<object>(servers.Administrator, "delete from audit_log where sequence = 590");
        await MadeUpActs.AddAsync(servers, Acts);

        await Eventually.HoldsAsync(async () => (await CheckpointAsync(host)).Size == 2 * Acts, "sealed");
        await HealthAsync(host, "Unhealthy audit");
    }

    [Fact]
    public async Task LogOfAnEarlierRelease_GetsTheHashesThatProofsNeed()
    {
        var (key, _) = place.NewKey();
        await using (await StartAsync(key))
        {
            await MadeUpActs.AddAsync(servers, 3000);
            await CopiedAsync(3000);
        }

        const string All = "select coalesce(string_agg(height || ':' || index || ':' || encode(hash, 'hex'), ' ' order by height, index), '') from audit_nodes";
        var grown = await Servers.QueryAsync<string>(servers.Administrator, All);
        await Servers.QueryAsync<object>(servers.Administrator, "delete from audit_nodes");

        await using var host = await StartAsync(key);
        await Eventually.HoldsAsync(async () => await Servers.QueryAsync<string>(servers.Administrator, All) == grown, "the hashes are those that sealing left");
        await HealthAsync(host, "Healthy");
    }

    async Task<ProbeHost> StartAsync(string? key) =>
        await ProbeHost.StartAsync(servers.Settings([("Identity:Authority", issuer.Authority), .. place.Settings(key)]));

    Task CopiedAsync(long size) => Eventually.HoldsAsync(() => Task.FromResult(Sizes().LastOrDefault() == size), "copied");

    List<string> Lines() => [.. place.Copies.GetFiles("*.ndjson").OrderBy(file => file.Name).SelectMany(file => System.IO.File.ReadAllLines(file.FullName))];

    // As it is now: the export is an act itself, and copied soon.
    string Copied() => place.Write("copies.ndjson", string.Join('\n', Lines()) + "\n");

    List<long> Sizes() =>
    [
        .. Lines().Select(line => long.Parse(JsonNode.Parse(line)!["note"]!.ToString().Split('\n')[1], System.Globalization.CultureInfo.InvariantCulture)),
    ];

    static async Task<string> Health(ProbeHost host)
    {
        using var http = new HttpClient { BaseAddress = host.ProbeAddress };
        return await (await http.GetAsync("/health", Ct)).Content.ReadAsStringAsync(Ct);
    }

    static Task<string> HealthAsync(ProbeHost host, string expected) => Eventually.GetAsync(() => Health(host), health => health == expected);

    async Task<AuditCheckpoint> CheckpointAsync(ProbeHost host)
    {
        using var calls = new Calls(host.GrpcAddress);
        return await new AuditService.AuditServiceClient(calls.Channel).GetAuditCheckpointAsync(new(), Calls.As(issuer.Staff("auditor", "audit-office", "auditor")));
    }

    async Task<string> RecordsAsync(ProbeHost host)
    {
        using var calls = new Calls(host.GrpcAddress);
        using var export = new AuditService.AuditServiceClient(calls.Channel).ExportAudit(new(), Calls.As(issuer.Staff("auditor", "audit-office", "auditor")));
        var lines = new List<string>();
        while (await export.ResponseStream.MoveNext(Ct))
            lines.Add(Google.Protobuf.JsonFormatter.Default.Format(export.ResponseStream.Current));
        return place.Write("records.ndjson", string.Join('\n', lines) + "\n");
    }
}
