using System.Net;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>Two RPCs under one path: who asks for JSON gets the one, everybody else the other.</summary>
[Collection(SharedGateway.Name)]
public sealed class RepresentationTests(GatewayFixture gateway)
{
    const string Path = "/v1/imports/i-1/rejects";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("text/csv")]
    public async Task WhoDoesNotAskForJson_GetsTheCsv(string? accept)
    {
        using var answer = await AskAsync(Path, accept);
        Assert.Equal(("text/csv", "line,reason\n1,A\n2,B\n"), (answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync(Ct)));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/csv;q=0.1, application/json")]
    public async Task WhoAsksForJson_GetsIt(string accept)
    {
        using var answer = await AskAsync($"{Path}?pageSize=5", accept);
        Assert.Equal("5", (await Problem.Success(answer))["rejects"]![0]!["line"]!.ToString());
    }

    [Fact]
    public async Task OwnPathOfTheCsv_GivesItToo()
    {
        using var answer = await AskAsync($"{Path}:export", null);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Refusal_IsAProblemForBoth()
    {
        foreach (var accept in new[] { "text/csv", "application/json" })
        {
            using var answer = await AskAsync("/v1/imports/none/rejects", accept);
            Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    async Task<HttpResponseMessage> AskAsync(string path, string? accept)
    {
        using var client = await gateway.ClientAsync("s-2");
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        return await client.SendAsync(request, Ct);
    }
}
