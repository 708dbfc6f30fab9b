using System.Text.Json.Nodes;
using Tsunagu.Tests.EndToEnd.Hosting;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Journeys;

/// <summary>What an operator does with a program's account while the directory lets no staff member in: the steps of services/defaults/README.md.</summary>
[Collection(RunningSuite.Name)]
public sealed class RepairTests(SuiteFixture suite)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("household")]
    [InlineData("intake")]
    [InlineData("referral")]
    [InlineData("meeting")]
    [InlineData("notification")]
    public async Task Program_LooksReplaysAndRepublishes(string service)
    {
        var program = await SignInAsync();
        using var parked = await program.GetAsync($"/v1/{service}/parked-messages?endpoint={service}-directory", Ct);
        await Problem.Success(parked);
        using var replayed = await program.PostAsync(
            $"/v1/{service}/parked-messages:replay", new JsonObject { ["requestId"] = NewId(), ["endpoint"] = $"{service}-directory" }, Ct);
        await Problem.Success(replayed);
        using var published = await program.PostAsync("/v1/directory:republish", new JsonObject { ["requestId"] = NewId() }, Ct);
        Assert.True((int)(await Problem.Success(published))["entries"]! > 0);

        // Nothing else of the directory is a program's to change.
        using var refused = await program.PostAsync("/v1/staff/tax-01:suspend", new JsonObject { ["requestId"] = NewId() }, Ct);
        await Problem.Is(refused, System.Net.HttpStatusCode.Forbidden, "ROLE_NOT_PERMITTED");
    }

    async Task<StaffClient> SignInAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "gateway",
            ["client_secret"] = suite.ClientSecret,
        });
        using var answer = await suite.Http.PostAsync("/dev/connect/token", form, Ct);
        return new(suite.Http, (await Problem.Success(answer))["access_token"]!.ToString());
    }

    static string NewId() => Guid.CreateVersion7().ToString();
}
