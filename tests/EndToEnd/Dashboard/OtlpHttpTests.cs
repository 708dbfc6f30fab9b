using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Aspire.Dashboard;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Dashboard;

public sealed class OtlpHttpTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    readonly byte[] _traceId = RandomNumberGenerator.GetBytes(16);
    readonly byte[] _spanId = RandomNumberGenerator.GetBytes(8);

    [Fact]
    public async Task GzippedBody_IsTaken()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(OtlpBytes.Span(_traceId, _spanId, "packed"));

        var answer = await PostAsync(dashboard, packed.ToArray(), encoding: "gzip");

        Assert.Equal((HttpStatusCode.OK, "application/x-protobuf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("packed", (await dashboard.GetAsync($"/api/traces/{Convert.ToHexStringLower(_traceId)}")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task ParentThatArrivesLate_TakesItsChildBelowIt()
    {
        var child = RandomNumberGenerator.GetBytes(8);
        await PostAsync(dashboard, OtlpBytes.Span(_traceId, child, "child", parent: _spanId));
        var before = await dashboard.GetAsync($"/api/traces/{Convert.ToHexStringLower(_traceId)}");
        await PostAsync(dashboard, OtlpBytes.Span(_traceId, _spanId, "parent"));

        var after = await dashboard.GetAsync($"/api/traces/{Convert.ToHexStringLower(_traceId)}");

        Assert.True(before.GetProperty("spans")[0].GetProperty("isOrphan").GetBoolean());
        Assert.Equal(["0 parent", "1 child"], after.GetProperty("spans").EnumerateArray().Select(s => $"{s.GetProperty("depth")} {s.GetProperty("name")}"));
    }

    [Fact]
    public async Task SpanWithoutAValidId_IsLeftOut()
    {
        var answer = await PostAsync(dashboard, OtlpBytes.Span(new byte[16], _spanId, "zero"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dashboard.Http.GetAsync($"/api/traces/{new string('0', 32)}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task MalformedBody_IsABadRequest() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(dashboard, [0x0a, 0xff, 0x01])).StatusCode);

    [Fact]
    public async Task BodyThatGrowsWhenUnpacked_IsTooLarge()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var i = 0; i < 64; i++)
                gzip.Write(new byte[1 << 20]);
        }

        var answer = await PostAsync(dashboard, packed.ToArray(), encoding: "gzip");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json")]
    public async Task ContentTypeAWebPageMaySend_IsRefused(string type) =>
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await PostAsync(dashboard, OtlpBytes.Span(_traceId, _spanId, "page"), type)).StatusCode);

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("wrong", HttpStatusCode.Unauthorized)]
    [InlineData("right", HttpStatusCode.OK)]
    public async Task WithAKey_OnlyExportsThatCarryItAreTaken(string? key, HttpStatusCode expected)
    {
        await using var keyed = new DashboardFixture(new DashboardOptions { OtlpApiKey = "right" });
        await keyed.InitializeAsync();

        var answer = await PostAsync(keyed, OtlpBytes.Span(_traceId, _spanId, "keyed"), key: key);

        Assert.Equal(expected, answer.StatusCode);
    }

    static Task<HttpResponseMessage> PostAsync(DashboardFixture to, byte[] body, string type = "application/x-protobuf", string? encoding = null, string? key = null)
    {
        var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(to.App.OtlpHttpUrl, "/v1/traces")) { Content = content };
        if (key is not null)
            request.Headers.Add("x-otlp-api-key", key);
        return to.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
