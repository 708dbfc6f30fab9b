using System.Net;
using System.Security.Cryptography;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

[Collection(SharedGateway.Name)]
public sealed class UploadTests(GatewayFixture gateway)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Body_ArrivesWholeWithItsName()
    {
        var bytes = new byte[1_000_003];
        Seed.NewRandom().NextBytes(bytes);
        using var client = await gateway.ClientAsync("s-2");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/feeds/01_kaigo_nintei/imports") { Content = new ByteArrayContent(bytes) };
        request.Headers.Add("Tsunagu-File-Name", Uri.EscapeDataString("介護認定.csv"));
        request.Headers.Add("Idempotency-Key", "\"0198c0de\"");

        using var answer = await client.SendAsync(request, Ct);

        var import = await Problem.Success(answer);
        Assert.Equal(("01_kaigo_nintei", "介護認定.csv", "0198c0de"), ((string)import["feedId"]!, (string)import["fileName"]!, (string)import["importId"]!));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), (string)import["sha256"]!);
        Assert.Equal("1000003", import["bytes"]!.ToString());
        Assert.Equal("0", import["goodRows"]!.ToString());
    }

    [Fact]
    public async Task Answer_HasTheJsonOfEveryOtherCall()
    {
        using var client = await gateway.ClientAsync("s-2");
        using var upload = await client.PostAsync("/v1/feeds/residents/imports", new ByteArrayContent([1]), Ct);
        using var read = await client.GetAsync("/v1/imports/i-1", Ct);

        var uploaded = (await Problem.Success(upload)).AsObject();
        var import = (await Problem.Success(read)).AsObject();

        Assert.Equal(import.Select(p => (p.Key, p.Value!.GetValueKind())), uploaded.Select(p => (p.Key, p.Value!.GetValueKind())));
        Assert.Equal(System.Text.Json.JsonValueKind.String, import["bytes"]!.GetValueKind());
    }

    [Fact]
    public async Task LargeBody_PassesWithoutBeingHeld()
    {
        const long Size = 200L << 20;
        using var client = await gateway.ClientAsync("s-2");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var highest = 0L;
        var pieces = 0;

        using var answer = await client.PostAsync("/v1/feeds/residents/imports", new GeneratedContent(Size, Measure), Ct);

        Assert.Equal($"{Size}", (await Problem.Success(answer))["bytes"]!.ToString());
        Assert.InRange(highest - before, long.MinValue, 16L << 20);

        void Measure()
        {
            if (++pieces % 400 == 0)
                highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true));
        }
    }

    [Fact]
    public async Task BrokenBody_CancelsTheCallAndIsNeverTakenForTheWhole()
    {
        using var client = await gateway.ClientAsync("s-2");
        using var leave = new CancellationTokenSource();
        var upload = gateway.Journal.Upload("broken");
        var sending = client.PostAsync("/v1/feeds/broken/imports", new GeneratedContent(100L << 20, () => { if (upload.BytesReceived > 1 << 20) leave.Cancel(); }), leave.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);

        await upload.Broken.Task.WaitAsync(TimeSpan.FromSeconds(10), Ct);
    }

    [Fact]
    public async Task RefusalBeforeTheEnd_IsAProblem()
    {
        using var client = await gateway.ClientAsync("s-2");

        using var answer = await client.PostAsync($"/v1/feeds/{SampleHousehold.RefusedFeed}/imports", new GeneratedContent(20 << 20), Ct);

        await Problem.Is(answer, HttpStatusCode.NotFound, "FEED_UNKNOWN");
    }

    [Fact]
    public async Task RoleThatMayNotUpload_IsForbidden()
    {
        using var client = await gateway.ClientAsync();

        using var answer = await client.PostAsync("/v1/feeds/residents/imports", new ByteArrayContent([1]), Ct);

        await Problem.Is(answer, HttpStatusCode.Forbidden, "ROLE_NOT_PERMITTED");
    }

    [Fact]
    public async Task BodyAboveTheLimit_IsTooLarge()
    {
        using var client = await gateway.ClientAsync("s-2");
        client.DefaultRequestHeaders.ExpectContinue = true;

        using var answer = await client.PostAsync("/v1/feeds/residents/imports", new GeneratedContent(257L << 20), Ct);

        await Problem.Is(answer, HttpStatusCode.RequestEntityTooLarge, "BODY_TOO_LARGE");
    }

    [Fact]
    public async Task Multipart_IsRefused()
    {
        using var client = await gateway.ClientAsync("s-2");
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.csv" } };

        using var answer = await client.PostAsync("/v1/feeds/residents/imports", form, Ct);

        await Problem.Is(answer, HttpStatusCode.UnsupportedMediaType, "UPLOAD_MUST_BE_PLAIN");
    }
}
