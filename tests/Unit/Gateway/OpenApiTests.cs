using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Tsunagu.Gateway.OpenApi;
using Xunit;

namespace Tsunagu.Tests.Unit.Gateway;

public sealed class OpenApiTests
{
    static readonly Task<string> Json = ContractDocument.Build(Contract.Catalogue, Contract.Comments).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);

    [Fact]
    public async Task Document_IsReadBackWithoutError()
    {
        var read = await ReadAsync();

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public async Task EveryRestForm_IsOneOperation()
    {
        var document = (await ReadAsync()).Document!;
        var written = document.Paths.SelectMany(p => p.Value.Operations!.Select(o => $"{o.Key} {p.Key}")).Order(StringComparer.Ordinal);
        var mapped = Contract.Catalogue.Operations.SelectMany(o => o.Bindings).Count();

        Assert.Equal(mapped, written.Count());
        Assert.Contains("POST /v1/referrals/{referral_id}:send", written);
        Assert.Contains("GET /v1/inbox:watch", written);
    }

    [Fact]
    public async Task EveryReference_IsResolved()
    {
        var text = await Json;
        var schemas = JsonNode.Parse(text)!["components"]!["schemas"]!.AsObject();
        var wanted = System.Text.RegularExpressions.Regex.Matches(text, "#/components/schemas/([^\"]+)").Select(m => m.Groups[1].Value).Distinct();

        Assert.All(wanted, name => Assert.True(schemas.ContainsKey(name), name));
    }

    [Fact]
    public async Task PathVariable_IsAParameterAndNotInTheBody()
    {
        var send = await OperationAsync("/v1/referrals/{referral_id}:send", "post");

        Assert.Equal("referral_id", (string)send["parameters"]![0]!["name"]!);
        Assert.False(send["requestBody"]!["content"]!["application/json"]!["schema"]!["properties"]!.AsObject().ContainsKey("referralId"));
    }

    [Fact]
    public async Task NeededPurpose_IsARequiredHeader()
    {
        var view = await OperationAsync("/v1/households/{household_id}/view", "get");
        var purpose = view["parameters"]!.AsArray().Single(p => (string)p!["name"]! == "tsunagu-purpose")!;

        Assert.True((bool)purpose["required"]!);
        Assert.True((bool)view["x-tsunagu-access"]!["purposeRequired"]!);
        Assert.Contains("caseworker", view["x-tsunagu-access"]!["roles"]!.AsArray().Select(r => (string)r!));
    }

    [Fact]
    public async Task Upload_TakesBytesAndItsHeaders()
    {
        var upload = await OperationAsync("/v1/feeds/{feed_id}/imports", "post");

        Assert.NotNull(upload["requestBody"]!["content"]!["application/octet-stream"]);
        Assert.Equal(
            ["feed_id", "requestId", "dataDate", "Tsunagu-File-Name", "Tsunagu-Data-Date", "Idempotency-Key"],
            upload["parameters"]!.AsArray().Select(p => (string)p!["name"]!));
    }

    [Fact]
    public async Task Representation_IsDescribedByItsMediaType()
    {
        var content = (await OperationAsync("/v1/imports/{import_id}/rejects:export", "get"))["responses"]!["200"]!["content"]!.AsObject();

        Assert.Equal(["text/csv"], content.Select(c => c.Key));
    }

    [Fact]
    public async Task Download_IsDescribedAsBytes()
    {
        var download = await OperationAsync("/v1/residents/{resident_id}/files/{file_id}/content", "get");
        var content = download["responses"]!["200"]!["content"]!.AsObject();

        Assert.Equal(("application/octet-stream", "binary"), (Assert.Single(content).Key, (string)Assert.Single(content).Value!["schema"]!["format"]!));
        Assert.Equal(["resident_id", "file_id", "tsunagu-purpose"], download["parameters"]!.AsArray().Select(p => (string)p!["name"]!));
    }

    [Fact]
    public async Task EventStream_IsOfferedBesideJson()
    {
        var content = (await OperationAsync("/v1/inbox:watch", "get"))["responses"]!["200"]!["content"]!.AsObject();

        Assert.Equal(["application/json", "text/event-stream"], content.Select(c => c.Key));
    }

    [Fact]
    public async Task Fields_FollowProto3Json()
    {
        var import = JsonNode.Parse(await Json)!["components"]!["schemas"]!["tsunagu.household.v1.Import"]!["properties"]!;

        Assert.Equal(("string", "int64"), ((string)import["bytes"]!["type"]!, (string)import["bytes"]!["format"]!));
        Assert.Equal("date-time", (string)import["receivedAt"]!["format"]!);
        Assert.Equal("array", (string)import["droppedColumns"]!["type"]!);
        Assert.Equal("SHA-256 of the received bytes, lower-case hexadecimal.", (string)import["sha256"]!["description"]!);
    }

    [Fact]
    public async Task Errors_AreProblemDetails()
    {
        var root = JsonNode.Parse(await Json)!;

        Assert.NotNull(root["components"]!["responses"]!["Problem"]!["content"]!["application/problem+json"]);
        Assert.All(root["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()), o => Assert.Equal("#/components/responses/Problem", (string)o.Value!["responses"]!["default"]!["$ref"]!));
    }

    static async Task<JsonNode> OperationAsync(string path, string verb) => JsonNode.Parse(await Json)!["paths"]![path]![verb]!;

    static async Task<ReadResult> ReadAsync() => OpenApiDocument.Parse(await Json, "json");
}
