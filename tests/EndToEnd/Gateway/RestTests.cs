using System.Net;
using System.Net.Http.Json;
using System.Text;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

[Collection(SharedGateway.Name)]
public sealed class RestTests(GatewayFixture gateway)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_IsAnsweredByTheService()
    {
        using var client = await gateway.ClientAsync();

        using var answer = await client.PostAsJsonAsync("/v1/referrals", new { toAgencyId = "shakyo", content = new { purpose = "家計の相談" } }, Ct);

        var referral = await Problem.Success(answer);
        Assert.Equal(("shakyo", "家計の相談"), ((string)referral["toAgencyId"]!, (string)referral["content"]!["purpose"]!));
    }

    [Theory]
    [InlineData("""{"content":{"purpose":["花子"]}}""", "content.purpose", "文字列で指定してください。")]
    [InlineData("""{"content":"花子"}""", "content", "値の形式が正しくありません。")]
    public async Task BodyThatDoesNotFit_IsRefusedInJapaneseByField(string body, string field, string words)
    {
        using var client = await gateway.ClientAsync();

        using var answer = await client.PostAsync("/v1/referrals", new StringContent(body, Encoding.UTF8, "application/json"), Ct);

        var problem = await Problem.Is(answer, HttpStatusCode.BadRequest, "INVALID_ARGUMENT");
        Assert.Equal((field, words), ((string)problem["errors"]![0]!["field"]!, (string)problem["errors"]![0]!["detail"]!));
        Assert.DoesNotContain("花子", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownEnum_IsRefusedInJapaneseByField()
    {
        using var client = await gateway.ClientAsync();

        using var answer = await client.GetAsync("/v1/referrals?state=REFERRAL_STATE_PLANTED", Ct);

        var problem = await Problem.Is(answer, HttpStatusCode.BadRequest, "INVALID_ARGUMENT");
        Assert.Equal(("state", "選択肢にない値です。"), ((string)problem["errors"]![0]!["field"]!, (string)problem["errors"]![0]!["detail"]!));
        Assert.DoesNotContain("PLANTED", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purpose_ReachesTheService()
    {
        using var client = await gateway.ClientAsync();
        client.DefaultRequestHeaders.Add("tsunagu-purpose", "consultation");

        using var answer = await client.GetAsync("/v1/households/h-1/view", Ct);

        Assert.Equal("consultation", (string)(await Problem.Success(answer))["householdNumber"]!);
    }

    [Fact]
    public async Task ReplicaThatIsAway_IsNotNoticed()
    {
        using var client = await gateway.ClientAsync();
        for (var i = 0; i < 10; i++)
        {
            using var answer = await client.PostAsJsonAsync("/v1/referrals", new { toAgencyId = $"{i}" }, Ct);
            Assert.Equal($"{i}", (string)(await Problem.Success(answer))["toAgencyId"]!);
        }
    }

    [Fact]
    public async Task Trace_GoesOnInTheService()
    {
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        using var client = await gateway.ClientAsync();
        client.DefaultRequestHeaders.Add("tsunagu-purpose", "referral");
        client.DefaultRequestHeaders.Add("traceparent", $"00-{Trace}-00f067aa0ba902b7-01");

        using var answer = await client.GetAsync("/v1/referrals/r-1", Ct);

        Assert.Equal(Trace, (string)(await Problem.Success(answer))["caseId"]!);
    }

    [Theory]
    [InlineData("a%20b", "a b")]
    [InlineData("%E3%81%B2", "ひ")]
    [InlineData("a%25b", "a%b")]
    [InlineData("a+b", "a+b")]
    [InlineData("a%2Bb", "a+b")]
    public async Task PathVariable_ArrivesDecodedOnce(string sent, string seen)
    {
        using var client = await gateway.ClientAsync();
        client.DefaultRequestHeaders.Add("tsunagu-purpose", "referral");

        using var answer = await client.GetAsync($"/v1/referrals/{sent}", Ct);

        Assert.Equal(seen, (string)(await Problem.Success(answer))["referralId"]!);
    }

    [Theory]
    [InlineData("wrong-state", 409, "REFERRAL_WRONG_STATE")]
    [InlineData("stale", 409, "VERSION_STALE")]
    [InlineData("invalid", 400, "FIELD_INVALID")]
    [InlineData("unknown", 404, "REFERRAL_NOT_FOUND")]
    [InlineData("broken", 500, "INTERNAL")]
    public async Task Refusal_IsAProblem(string referral, int status, string code)
    {
        using var client = await gateway.ClientAsync();

        using var answer = await client.PostAsJsonAsync($"/v1/referrals/{referral}:send", new { }, Ct);

        var problem = await Problem.Is(answer, (HttpStatusCode)status, code);
        Assert.Matches("^[0-9a-f]{32}$", (string)problem["traceId"]!);
    }

    [Fact]
    public async Task StaleVersion_WithIfMatch_IsPreconditionFailed()
    {
        using var client = await gateway.ClientAsync();
        client.DefaultRequestHeaders.Add("If-Match", "\"1\"");

        using var answer = await client.PostAsJsonAsync("/v1/referrals/stale:send", new { }, Ct);

        await Problem.Is(answer, HttpStatusCode.PreconditionFailed, "VERSION_STALE");
    }

    [Fact]
    public async Task FieldViolation_IsNamed()
    {
        using var client = await gateway.ClientAsync();

        using var answer = await client.PostAsJsonAsync("/v1/referrals/invalid:send", new { }, Ct);

        var problem = await Problem.Is(answer, HttpStatusCode.BadRequest);
        Assert.Equal("request_id", (string)problem["errors"]![0]!["field"]!);
    }

    [Theory]
    [InlineData("/v1/none")]
    [InlineData("/v1/referrals/r-1:forget")]
    [InlineData("/")]
    public async Task UnknownRoute_IsNotFound(string path)
    {
        using var client = await gateway.ClientAsync();

        using var answer = await client.PostAsJsonAsync(path, new { }, Ct);

        await Problem.Is(answer, HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Theory]
    [InlineData("/v1/referrals", "GET, POST")]
    [InlineData("/v1/residents:search", "POST")]
    public async Task WrongVerb_NamesTheRightOnes(string path, string allowed)
    {
        using var client = await gateway.ClientAsync();

        using var answer = await client.DeleteAsync(path, Ct);

        await Problem.Is(answer, HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow.Order()));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"toAgencyId\":{}}")]
    public async Task MalformedJson_IsABadRequest(string body)
    {
        using var client = await gateway.ClientAsync();

        using var answer = await client.PostAsync("/v1/referrals", new StringContent(body, Encoding.UTF8, "application/json"), Ct);

        await Problem.Is(answer, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task FormBody_IsAnUnsupportedMediaType()
    {
        using var client = await gateway.ClientAsync();

        using var answer = await client.PostAsync("/v1/referrals", new StringContent("{}", Encoding.UTF8, "application/x-www-form-urlencoded"), Ct);

        await Problem.Is(answer, HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task BodyOfTwentyMegabytes_IsTooLarge(bool chunked)
    {
        using var client = await gateway.ClientAsync();
        client.DefaultRequestHeaders.TransferEncodingChunked = chunked;
        using var body = new ByteArrayContent([.. Encoding.UTF8.GetBytes($"{{\"toAgencyId\":\"{new string('a', 20 << 20)}\"}}")]);
        body.Headers.ContentType = new("application/json");

        using var answer = await client.PostAsync("/v1/referrals", body, Ct);

        await Problem.Is(answer, HttpStatusCode.RequestEntityTooLarge, "BODY_TOO_LARGE");
    }

    [Fact]
    public async Task ServiceThatDoesNotAnswer_TimesOut()
    {
        using var client = await gateway.ClientAsync();

        using var answer = await client.GetAsync("/v1/referrals", Ct);

        await Problem.Is(answer, HttpStatusCode.GatewayTimeout, "GATEWAY_TIMEOUT");
    }

    [Fact]
    public async Task Answer_IsNotKeptOnTheWay()
    {
        using var client = await gateway.ClientAsync();

        using var answer = await client.PostAsJsonAsync("/v1/referrals", new { }, Ct);

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }
}
