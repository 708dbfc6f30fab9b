using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

[Collection(SharedGateway.Name)]
public sealed partial class OpenApiTests(GatewayFixture gateway)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryPathOfTheDescription_IsAnsweredByTheGateway()
    {
        using var client = new HttpClient { BaseAddress = gateway.Address };
        var paths = (await client.GetFromJsonAsync<JsonNode>("/openapi/v1.json", Ct))!["paths"]!.AsObject();
        var operations = paths.SelectMany(p => p.Value!.AsObject().Select(o => (Path: Variable().Replace(p.Key, "x"), Verb: HttpMethod.Parse(o.Key)))).ToList();

        Assert.NotEmpty(operations);
        foreach (var (path, verb) in operations)
        {
            using var answer = await client.SendAsync(new HttpRequestMessage(verb, path), Ct);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{verb} {path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task KnownDescription_IsNotSentAgain()
    {
        using var client = new HttpClient { BaseAddress = gateway.Address };
        using var first = await client.GetAsync("/openapi/v1.json", Ct);
        client.DefaultRequestHeaders.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));

        using var second = await client.GetAsync("/openapi/v1.json", Ct);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Variable();
}
