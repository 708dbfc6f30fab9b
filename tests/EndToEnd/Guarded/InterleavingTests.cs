using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Grpc.Net.Client;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Guarded;

/// <summary>
/// Random interleavings of grant, revoke, withdrawal of consent, read, transfer and expiry over gRPC through the gateway, with three replicas of each service: no read
/// shows what was revoked once that was acknowledged, and none is refused what is granted. CI takes a slice with a fixed seed.
/// </summary>
public sealed class InterleavingTests(ITestOutputHelper output)
{
    const int Replicas = 3;
    const int Walkers = 8;


    static readonly (string Staff, string Agency)[] Staff =
    [
        ("tax-01", "tax-collection"), ("tax-02", "tax-collection"), ("welfare-01", "welfare-general"), ("care-01", "care-insurance"),
        ("child-01", "child-family"), ("housing-01", "city-housing"),
    ];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryRead_ShowsExactlyWhatWasOwnedOrGrantedAtSomeInstantOfIt()
    {
        var (rounds, seed) = (Tier.IsFull ? Asked("TSUNAGU_ROUNDS") ?? 10_000 : 300, Seed.Draw());
        output.WriteLine($"{rounds} interleavings");
        await using var suite = await SuiteProcess.StartAsync(Replicas);
        await suite.WaitUntilHealthyAsync(Ct);
        Assert.Equal(Replicas, (await suite.ResourcesAsync(Ct)).Count(IsIntake));
        using var channel = GrpcChannel.ForAddress(suite.GatewayGrpc);
        var callers = await SignInAsync(suite, channel);
        var tally = new Tally();
        var left = rounds;
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, Walkers).Select(walker =>
            new Walker(callers, new Random(unchecked(seed + walker)), tally).RunAsync(() => Interlocked.Decrement(ref left) >= 0, Ct)));

        var told = string.Create(CultureInfo.InvariantCulture, $"{rounds} interleavings on {Replicas} replicas, seed {seed}, {watch.Elapsed.TotalSeconds:F0} s: {tally}");
        output.WriteLine(told);
        Directory.CreateDirectory(Repository.PathOf("TestResults"));
        await File.WriteAllTextAsync(Repository.PathOf("TestResults/interleavings.txt"), told + "\n", Ct);
        foreach (var proof in new[] { "decided by revoke", "decided by grant", "decided by meeting grant", "decided by transfer", "decided by withdrawal", "during revoke", "masked", "hidden", "shown" })
            Assert.True(tally[proof] > 0, $"Nothing was {proof}.");
        Assert.True(tally["unanswered"] <= rounds / 50, $"{tally["unanswered"]} reads had no answer.");
    }

    static bool IsIntake(JsonNode resource) =>
        resource["name"]!.ToString() is var name && (name == "intake" || name.StartsWith("intake-", StringComparison.Ordinal)) && name != "intake-db";

    static async Task<IReadOnlyList<Caller>> SignInAsync(SuiteProcess suite, GrpcChannel channel)
    {
        using var http = new HttpClient { BaseAddress = suite.Gateway };
        var callers = new List<Caller>();
        foreach (var (staff, agency) in Staff)
        {
            using var answer = await http.PostAsJsonAsync("/dev/token", new { staffId = staff }, Ct);
            callers.Add(new(new(staff, agency), channel, (await Problem.Success(answer))["accessToken"]!.ToString()));
        }

        return callers;
    }

    static int? Asked(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var given) ? given : null;
}
