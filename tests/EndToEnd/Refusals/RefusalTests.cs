using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Tsunagu.Tests.EndToEnd.Hosting;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Refusals;

/// <summary>What callers get wrong, through the gateway of the running suite: the right status, a clear Japanese message.</summary>
[Collection(RunningSuite.Name)]
public sealed class RefusalTests(SuiteFixture suite)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_WithoutToken_IsUnauthenticated()
    {
        using var answer = await suite.Http.GetAsync("/v1/referrals", Ct);

        await Problem.Is(answer, HttpStatusCode.Unauthorized, "TOKEN_MISSING");
        Assert.NotEmpty(answer.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task Call_WithAnUnsignedToken_IsUnauthenticated()
    {
        var header = Base64Url("""{"alg":"none","typ":"JWT"}""");
        var payload = Base64Url($$"""{"iss":"{{suite.Gateway}}dev","aud":"tsunagu","sub":"tax-01","tsunagu_agency":"tax-collection","roles":["caseworker"],"exp":4102444800}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/referrals");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{header}.{payload}.");

        using var answer = await suite.Http.SendAsync(request, Ct);

        await Problem.Is(answer, HttpStatusCode.Unauthorized, "TOKEN_INVALID");
    }

    [Fact]
    public async Task Record_WithoutAComplaint_NamesTheField()
    {
        var staff = await suite.SignInAsync("tax-01", Ct);

        using var answer = await staff.PostAsync("/v1/consultations", new JsonObject
        {
            ["requestId"] = Guid.CreateVersion7().ToString(),
            ["channel"] = "CHANNEL_COUNTER",
            ["mainIssue"] = "ISSUE_OTHER",
        }, Ct);

        var problem = await Problem.Is(answer, HttpStatusCode.BadRequest);
        Assert.Contains(problem["errors"]!.AsArray(), error => error!["field"]!.ToString() == "complaint");
    }

    [Fact]
    public async Task Read_WithoutAPurpose_IsRefused()
    {
        var staff = await suite.SignInAsync("tax-01", Ct);

        using var answer = await staff.PostAsync("/v1/residents:search", new JsonObject { ["kana"] = "タナカ" }, Ct, purpose: null);

        await Problem.Is(answer, HttpStatusCode.Forbidden, "PURPOSE_MISSING");
    }

    [Fact]
    public async Task Get_OfAnUnknownId_IsNotFound()
    {
        var staff = await suite.SignInAsync("tax-01", Ct);

        using var answer = await staff.GetAsync($"/v1/referrals/{Guid.CreateVersion7()}", Ct);

        await Problem.Is(answer, HttpStatusCode.NotFound, "REFERRAL_NOT_FOUND");
    }

    [Fact]
    public async Task Get_OfAForeignAgencysReferral_IsAnsweredLikeAnUnknownOne()
    {
        var sender = await suite.SignInAsync("tax-01", Ct);
        var stranger = await suite.SignInAsync("housing-01", Ct);
        using var created = await sender.PostAsync("/v1/referrals", Sheets.Draft(), Ct);
        var id = (await Problem.Success(created))["referralId"]!.ToString();

        using var foreign = await stranger.GetAsync($"/v1/referrals/{id}", Ct);
        using var unknown = await stranger.GetAsync($"/v1/referrals/{Guid.CreateVersion7()}", Ct);

        var foreignProblem = await Problem.Is(foreign, HttpStatusCode.NotFound, "REFERRAL_NOT_FOUND");
        var unknownProblem = await Problem.Is(unknown, HttpStatusCode.NotFound, "REFERRAL_NOT_FOUND");
        Assert.Equal(unknownProblem["detail"]!.ToString(), foreignProblem["detail"]!.ToString());
    }

    [Fact]
    public async Task Post_OfTwentyMegabytes_IsTooLarge()
    {
        var staff = await suite.SignInAsync("tax-01", Ct);

        using var answer = await staff.PostAsync("/v1/consultations", new JsonObject { ["complaint"] = new string('あ', 7_000_000) }, Ct);

        await Problem.Is(answer, HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("{\"channel\":")]
    [InlineData("{\"noSuchField\":1}")]
    [InlineData("{\"channel\":\"CHANNEL_TELEPATHY\"}")]
    [InlineData("[]")]
    public async Task Post_OfMalformedJson_IsABadRequest(string body)
    {
        var staff = await suite.SignInAsync("tax-01", Ct);
        using var request = staff.Request(HttpMethod.Post, "/v1/consultations");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await suite.Http.SendAsync(request, Ct);

        await Problem.Is(answer, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Path_ThatDoesNotExist_IsNotFound()
    {
        var staff = await suite.SignInAsync("tax-01", Ct);

        using var answer = await staff.GetAsync("/v1/no-such-thing", Ct);

        await Problem.Is(answer, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Frame_ThatIsNoHttp_IsRefusedAndTheGatewayLivesOn()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, suite.Gateway.Port, Ct);
        await client.GetStream().WriteAsync("\0\u0001GARBAGE / HTTP/9.9\r\n\r\n"u8.ToArray(), Ct);
        using var reader = new StreamReader(client.GetStream());

        Assert.StartsWith("HTTP/1.1 400", await reader.ReadLineAsync(Ct), StringComparison.Ordinal);
        using var health = await suite.Http.GetAsync("/health", Ct);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Client_ThatSendsItsBodyTooSlowly_IsTurnedAway()
    {
        var staff = await suite.SignInAsync("tax-01", Ct);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, suite.Gateway.Port, Ct);
        var stream = client.GetStream();
        var head = $"POST /v1/consultations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {staff.Token}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Ct);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var reader = new StreamReader(stream);

        var line = await reader.ReadLineAsync(patience.Token);

        Assert.True(line is null || line.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), line);
    }

    static string Base64Url(string json) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
