using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Xunit;
using Status = Google.Rpc.Status;

namespace Tsunagu.Tests.StandIns.Transcoding;

public sealed class TranscodingTests : IAsyncLifetime
{
    EchoHost host = null!;
    HttpClient http = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await EchoHost.StartAsync(options => options.Interceptors.Add<DetailedFailure>());
        http = new HttpClient { BaseAddress = host.Http1 };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "/v1/say/hello", null, "text", "hello")]
    [InlineData("GET", "/v1/say/%E3%81%82%20%2F%25", null, "text", "あ /%")]
    [InlineData("GET", "/v1/say/a:b", null, "text", "a:b")]
    [InlineData("GET", "/v1/say/x?number=-7", null, "number", "-7")]
    [InlineData("GET", "/v1/say/x?text=y", null, "text", "x")]
    [InlineData("GET", "/v1/say/x?unknown=y", null, "text", "x")]
    [InlineData("GET", "/v1/say/x?words=a&words=b", null, "words", """["a","b"]""")]
    [InlineData("GET", "/v1/say/x?mood=MOOD_GLAD", null, "mood", "MOOD_GLAD")]
    [InlineData("GET", "/v1/say/x?mood=2", null, "mood", "MOOD_SAD")]
    [InlineData("GET", "/v1/say/x?inner.label=deep&inner.amount=9007199254740993", null, "request.inner.amount", "9007199254740993")]
    [InlineData("GET", "/v1/say/x?inner.tags=a&inner.tags=b", null, "request.inner.tags", """["a","b"]""")]
    [InlineData("GET", "/v1/say/x?at=2026-01-02T03:04:05Z", null, "request.at", "2026-01-02T03:04:05Z")]
    [InlineData("GET", "/v1/say/x?lasting=1.5s", null, "request.lasting", "1.500s")]
    [InlineData("GET", "/v1/say/x?mask=inner.label,text", null, "request.mask", "inner.label,text")]
    [InlineData("GET", "/v1/say/x?perhaps=true", null, "request.perhaps", "true")]
    [InlineData("GET", "/v1/say/x?data=_-8", null, "request.data", "/+8=")]
    [InlineData("GET", "/v1/say/x?moods=MOOD_SAD&moods=1", null, "request.moods", """["MOOD_SAD","MOOD_GLAD"]""")]
    [InlineData("GET", "/v1/say/x?maybe=", null, "request.maybe", "")]
    [InlineData("GET", "/v1/files/a/b%2Fc/d", null, "request.name", "a/b%2Fc/d")]
    [InlineData("GET", "/v1/deep/label", null, "request.inner.label", "label")]
    [InlineData("GET", "/v1/rest/a/b/c:check", null, "request.name", "a/b/c")]
    [InlineData("SEARCH", "/v1/search?text=q", null, "text", "q")]
    [InlineData("POST", "/v1/say", """{"text":"b","number":"3"}""", "number", "3")]
    [InlineData("POST", "/v1/say", """{"text":"b","unknownField":{"x":[1]}}""", "text", "b")]
    [InlineData("POST", "/v1/say", """{"labels":{"k":"v"}}""", "request.labels.k", "v")]
    [InlineData("POST", "/v1/say?text=query", """{}""", "text", "")]
    [InlineData("POST", "/v1/inner/t?number=4", """{"label":"L","tags":["q"]}""", "request.inner.tags", """["q"]""")]
    [InlineData("POST", "/v1/inner/t?inner.label=no", """{"label":"L"}""", "request.inner.label", "L")]
    [InlineData("PUT", "/v1/shelves/1/books/2:say", """{"text":"b"}""", "request.name", "shelves/1/books/2")]
    [InlineData("POST", "/v1/say/id:shout", """{"number":1}""", "text", "id")]
    public async Task Request_BindsPathQueryAndBody(string verb, string path, string? body, string field, string expected)
    {
        var (status, json) = await SendAsync(verb, path, body);
        Assert.Equal(HttpStatusCode.OK, status);
        var node = field.Split('.').Aggregate(json, (one, name) => one?[name]);
        Assert.Equal(expected, node is JsonValue value ? value.ToString() : node?.ToJsonString());
    }

    [Theory]
    [InlineData("GET", "/v1/say/x?number=abc", null, HttpStatusCode.BadRequest, StatusCode.InvalidArgument)]
    [InlineData("GET", "/v1/say/x?number=99999999999", null, HttpStatusCode.BadRequest, StatusCode.InvalidArgument)]
    [InlineData("GET", "/v1/say/x?mood=MOOD_NONE", null, HttpStatusCode.BadRequest, StatusCode.InvalidArgument)]
    [InlineData("GET", "/v1/say/x?flag=yes", null, HttpStatusCode.BadRequest, StatusCode.InvalidArgument)]
    [InlineData("GET", "/v1/say/x?at=yesterday", null, HttpStatusCode.BadRequest, StatusCode.InvalidArgument)]
    [InlineData("GET", "/v1/say/x?data=*", null, HttpStatusCode.BadRequest, StatusCode.InvalidArgument)]
    [InlineData("GET", "/v1/say/x?labels.k=v", null, HttpStatusCode.OK, StatusCode.OK)]
    [InlineData("POST", "/v1/say", "", HttpStatusCode.BadRequest, StatusCode.InvalidArgument)]
    [InlineData("POST", "/v1/say", "{", HttpStatusCode.BadRequest, StatusCode.InvalidArgument)]
    [InlineData("POST", "/v1/say", "{}{}", HttpStatusCode.BadRequest, StatusCode.InvalidArgument)]
    [InlineData("POST", "/v1/say", "[]", HttpStatusCode.BadRequest, StatusCode.InvalidArgument)]
    [InlineData("POST", "/v1/say", """{"number":1.5}""", HttpStatusCode.BadRequest, StatusCode.InvalidArgument)]
    [InlineData("POST", "/v1/say", """{"text":1}""", HttpStatusCode.BadRequest, StatusCode.InvalidArgument)]
    [InlineData("POST", "/v1/inner/t", """{},"text":"x" """, HttpStatusCode.BadRequest, StatusCode.InvalidArgument)]
    [InlineData("POST", "/v1/say", """{"act":"throw"}""", HttpStatusCode.InternalServerError, StatusCode.Unknown)]
    public async Task Request_ThatDoesNotFit_IsRefused(string verb, string path, string? body, HttpStatusCode expected, StatusCode code)
    {
        var (status, json) = await SendAsync(verb, path, body);
        Assert.Equal(expected, status);
        if (code != StatusCode.OK)
            Assert.Equal((int)code, (int)json!["code"]!);
        Assert.DoesNotContain("secret", json!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvalidUtf8_IsRefused()
    {
        using var content = new ByteArrayContent([.. "{\"text\":\""u8, 0xff, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");
        using var response = await http.PostAsync("/v1/say", content, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task BodyOfAnotherType_IsRefused()
    {
        using var response = await http.PostAsync("/v1/say", new StringContent("{}", Encoding.UTF8, "text/plain"), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task BodyOverTheReceiveLimit_IsExhausted()
    {
        var (status, json) = await SendAsync("POST", "/v1/say", $$"""{"text":"{{new string('x', 4 * 1024 * 1024)}}"}""");
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Equal((int)StatusCode.ResourceExhausted, (int)json!["code"]!);
    }

    [Theory]
    [InlineData(StatusCode.Cancelled, 499)]
    [InlineData(StatusCode.Unknown, 500)]
    [InlineData(StatusCode.InvalidArgument, 400)]
    [InlineData(StatusCode.DeadlineExceeded, 504)]
    [InlineData(StatusCode.NotFound, 404)]
    [InlineData(StatusCode.AlreadyExists, 409)]
    [InlineData(StatusCode.PermissionDenied, 403)]
    [InlineData(StatusCode.ResourceExhausted, 429)]
    [InlineData(StatusCode.FailedPrecondition, 400)]
    [InlineData(StatusCode.Aborted, 409)]
    [InlineData(StatusCode.OutOfRange, 400)]
    [InlineData(StatusCode.Unimplemented, 501)]
    [InlineData(StatusCode.Internal, 500)]
    [InlineData(StatusCode.Unavailable, 503)]
    [InlineData(StatusCode.DataLoss, 500)]
    [InlineData(StatusCode.Unauthenticated, 401)]
    public async Task Status_BecomesTheHttpStatusOfItsCode(StatusCode code, int expected)
    {
        var (status, json) = await SendAsync("POST", "/v1/say", $$"""{"act":"fail","number":{{(int)code}},"text":"理由"}""");
        Assert.Equal(expected, (int)status);
        Assert.Equal("理由", (string?)json!["message"]);
    }

    [Fact]
    public async Task Details_AreWrittenWithTheirTypes()
    {
        var (status, json) = await SendAsync("POST", "/v1/say", """{"act":"details"}""");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        var details = json!["details"]!.AsArray();
        Assert.Equal("type.googleapis.com/google.rpc.ErrorInfo", (string?)details[0]!["@type"]);
        Assert.Equal("NUMBER_TAKEN", (string?)details[0]![ErrorInfo.Descriptor.FindFieldByNumber(1).JsonName]);
        Assert.Equal("number", (string?)details[1]!["fieldViolations"]![0]!["field"]);
        Assert.Equal("番号が重なっています。", (string?)details[2]!["message"]);
    }

    [Fact]
    public async Task Defaults_AreWritten_And64BitNumbersAreNumbers()
    {
        var (_, json) = await SendAsync("GET", "/v1/deep/x", null);
        Assert.Equal("MOOD_UNSPECIFIED", (string?)json!["mood"]);
        Assert.Equal("[]", json["words"]!.ToJsonString());
        Assert.Equal(JsonValueKind.Number, json["request"]!["inner"]!["amount"]!.GetValueKind());
        Assert.Null(json["request"]!["maybe"]);
    }

    [Fact]
    public async Task ResponseBody_IsTheNamedFieldAlone()
    {
        var (_, json) = await SendAsync("GET", "/v1/reply/only", null);
        Assert.Equal("only", (string?)json);
    }

    [Fact]
    public async Task WrongVerb_IsNotAllowed()
    {
        var (status, _) = await SendAsync("DELETE", "/v1/say", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, status);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task ServerStream_IsOneObjectALine(int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(version == 1 ? host.Http1 : host.Http2, "/v1/count/3?text=t"))
        {
            Version = new Version(version, version == 1 ? 1 : 0),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var response = await http.SendAsync(request, Stop);
        var lines = (await response.Content.ReadAsStringAsync(Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([1, 2, 3], lines.Select(line => (int)JsonNode.Parse(line)!["number"]!));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task ServerStream_GivesEachMessageWhenItIsWritten()
    {
        using var response = await http.GetAsync("/v1/count/2?act=wait", HttpCompletionOption.ResponseHeadersRead, Stop);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Stop));
        Assert.NotNull(await lines.ReadLineAsync(Stop));
        Assert.NotNull(await lines.ReadLineAsync(Stop));
    }

    [Fact]
    public async Task ServerStreamThatFails_EndsWithTheErrorAsALine()
    {
        var text = await http.GetStringAsync("/v1/count/2?act=throw", Stop);
        var last = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        Assert.Equal((int)StatusCode.Unknown, (int)JsonNode.Parse(last)!["code"]!);
    }

    [Fact]
    public async Task ClientStream_HasNoHttpForm()
    {
        var (status, _) = await SendAsync("POST", "/v1/collect", "{}");
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    async Task<(HttpStatusCode Status, JsonNode? Json)> SendAsync(string verb, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request, Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    sealed class DetailedFailure : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            if (request is not global::Tests.Echo.V1.SayRequest { Act: "details" })
                return continuation(request, context);
            var status = new Status { Code = (int)StatusCode.FailedPrecondition, Message = "番号が重なっています。" };
            var info = new ErrorInfo { Domain = "tests" };
            // By number: the name differs between versions of the common protos.
            ErrorInfo.Descriptor.FindFieldByNumber(1).Accessor.SetValue(info, "NUMBER_TAKEN");
            status.Details.Add(Any.Pack(info));
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "number", Description = "taken" } } }));
            status.Details.Add(Any.Pack(new LocalizedMessage { Locale = "ja", Message = status.Message }));
            throw new RpcException(
                new global::Grpc.Core.Status(StatusCode.FailedPrecondition, status.Message), new Metadata { { "grpc-status-details-bin", status.ToByteArray() } });
        }
    }
}
