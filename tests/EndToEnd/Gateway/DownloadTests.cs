using System.Net;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>A file by REST: its bytes and nothing else.</summary>
[Collection(SharedGateway.Name)]
public sealed class DownloadTests(GatewayFixture gateway)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Body_IsThePiecesAndNothingBetween()
    {
        using var answer = await AskAsync("f-1");

        Assert.Equal(
            (HttpStatusCode.OK, "image/png", "attachment"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal(Enumerable.Range(0, 3).SelectMany(SampleRecords.Piece), await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task RefusalBeforeTheFirstByte_IsAProblem()
    {
        using var answer = await AskAsync(SampleRecords.Absent);

        await Problem.Is(answer, HttpStatusCode.NotFound, "RESIDENT_FILE_NOT_FOUND");
    }

    [Fact]
    public async Task RefusalOnTheWay_CutsTheBodyOff()
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(SampleRecords.Broken));
    }

    [Fact]
    public async Task WithoutAPurpose_IsRefused()
    {
        using var answer = await AskAsync("f-1", purpose: null);

        await Problem.Is(answer, HttpStatusCode.Forbidden, "PURPOSE_MISSING");
    }

    async Task<HttpResponseMessage> AskAsync(string file, string? purpose = "consultation")
    {
        using var client = await gateway.ClientAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/residents/r-1/files/{file}/content");
        if (purpose is not null)
            request.Headers.Add("tsunagu-purpose", purpose);
        return await client.SendAsync(request, Ct);
    }
}
