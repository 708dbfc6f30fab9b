using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Tsunagu.Gateway;
using Tsunagu.ServiceDefaults;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

[Collection(SharedGateway.Name)]
public sealed class DevIssuerTests(GatewayFixture gateway)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_AreListedWithAgencyAndRoles()
    {
        using var client = new HttpClient { BaseAddress = gateway.Address };

        var staff = (await client.GetFromJsonAsync<JsonNode>("/dev/staff", Ct))!["staff"]![0]!;

        Assert.Equal(("s-1", "welfare", "福祉課", "caseworker"), ((string)staff["staffId"]!, (string)staff["agencyId"]!, (string)staff["agencyName"]!, (string)staff["roles"]![0]!));
    }

    [Fact]
    public async Task UnknownStaff_GetNoToken()
    {
        using var client = new HttpClient { BaseAddress = gateway.Address };

        using var answer = await client.PostAsJsonAsync("/dev/token", new { staffId = "nobody" }, Ct);

        await Problem.Is(answer, HttpStatusCode.NotFound, "STAFF_NOT_FOUND");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"staffId\":7}")]
    public async Task RequestWithoutStaff_IsRefused(string body)
    {
        using var client = new HttpClient { BaseAddress = gateway.Address };

        using var answer = await client.PostAsync("/dev/token", new StringContent(body, null, "application/json"), Ct);

        await Problem.Is(answer, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("referral", "secret", HttpStatusCode.OK)]
    [InlineData("referral", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("referral", "", HttpStatusCode.Unauthorized)]
    [InlineData("stranger", "secret", HttpStatusCode.Unauthorized)]
    public async Task Programs_NeedTheSecretAndAName(string id, string secret, HttpStatusCode status)
    {
        using var client = new HttpClient { BaseAddress = gateway.Address };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret });

        using var answer = await client.PostAsync("/dev/connect/token", form, Ct);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("/dev/.well-known/openid-configuration")]
    [InlineData("/dev/jwks")]
    [InlineData("/dev/staff")]
    public async Task InProduction_NothingOfItExists(string path)
    {
        var port = FreePort.Next();
        await using var production = GatewayApp.Build(["--environment", "Production", "--HTTP_PORT", $"{port}", "--GRPC_PORT", "0", "--Identity:Authority", "https://issuer.example"]);
        await production.StartAsync(Ct);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        using var read = await client.GetAsync(path, Ct);
        using var token = await client.PostAsJsonAsync("/dev/token", new { staffId = "s-1" }, Ct);

        await Problem.Is(read, HttpStatusCode.NotFound);
        await Problem.Is(token, HttpStatusCode.NotFound);
    }

    [Fact]
    public void OutsideDevelopment_TheGatewayRefusesToIssue()
    {
        var refused = Assert.Throws<BootException>(() =>
            GatewayApp.Build(["--environment", "Production", "--Identity:Authority", "https://issuer.example", "--DevIssuer:KeyPath", Path.GetTempFileName()]));

        Assert.Contains("DevIssuer:KeyPath", refused.Message, StringComparison.Ordinal);
    }
}
