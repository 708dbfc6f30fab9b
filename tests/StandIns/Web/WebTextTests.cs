using System.Text;
using Grpc.Core;
using Tests.Echo.V1;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.StandIns.Web;

/// <summary>The text form: where pieces end, and what is no Base64.</summary>
public sealed class WebTextTests
{
    static readonly byte[] Plain = RawCall.Frame(new SayRequest { Text = "つなぐ", Number = 7, Words = { "a", "bc", "def" } });

    static readonly string Trailers = Convert.ToBase64String([0x80, 0, 0, 0, 16, .. "grpc-status: 0\r\n"u8]);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task PiecesWithPaddingOfTheirOwn_AreOneBody(bool proxied)
    {
        await using var host = await WebHost.StartAsync(proxied);
        using var caller = new WebCaller(host, WebForm.Text);

        for (var size = 1; size <= 7; size++)
        {
            var pieces = Plain.Chunk(size).Select(bytes => Convert.ToBase64String(bytes));
            Accepted(await caller.PostAsync("Say", [Letters(string.Concat(pieces))], Ct));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task LettersCutAnywhere_AreOneBody(bool proxied)
    {
        await using var host = await WebHost.StartAsync(proxied);
        using var caller = new WebCaller(host, WebForm.Text);
        var letters = Letters(Convert.ToBase64String(Plain));

        for (var cut = 1; cut < letters.Length; cut++)
            Accepted(await caller.PostAsync("Say", [letters.AsMemory(0, cut), letters.AsMemory(cut)], Ct));
    }

    [Fact]
    public async Task RandomPiecesAndCuts_AreOneBody()
    {
        var random = Seed.NewRandom();
        await using var host = await WebHost.StartAsync();
        using var caller = new WebCaller(host, WebForm.Text);

        for (var round = 0; round < 200; round++)
        {
            var data = new byte[random.Next(60_000)];
            random.NextBytes(data);
            var answer = await caller.PostAsync(
                "Say", [.. Cut(random, Letters(Pieces(random, RawCall.Frame(new SayRequest { Data = Google.Protobuf.ByteString.CopyFrom(data) }))))], Ct);

            Assert.True(answer.Status == StatusCode.OK, $"round {round}: {answer.Status} {answer.Detail}");
            Assert.Equal(data, answer.Messages[0].Request.Data.ToByteArray());
        }
    }

    [Theory]
    [InlineData("!!!!")]
    [InlineData("====")]
    [InlineData("A===")]
    [InlineData("AA=A")]
    [InlineData("AAAAA")]
    [InlineData("AAA")]
    [InlineData("AAAA\u0000AAA")]
    public async Task TextThatIsNoBase64_IsInternal(string body)
    {
        await using var host = await WebHost.StartAsync();
        using var caller = new WebCaller(host, WebForm.Text);

        var answer = await caller.PostAsync("Say", [Letters(body)], Ct);

        Assert.Equal((200, StatusCode.Internal), (answer.HttpStatus, answer.Status));
        Assert.Contains("Base64", answer.Detail, StringComparison.Ordinal);
        Accepted(await caller.PostAsync("Say", [Letters(Convert.ToBase64String(Plain))], Ct));
    }

    [Fact]
    public async Task MessageThatIsNoBase64AfterItsFirstBytes_IsInternal()
    {
        await using var host = await WebHost.StartAsync();
        using var caller = new WebCaller(host, WebForm.Text);

        var answer = await caller.PostAsync("Say", [Letters(Convert.ToBase64String(Plain)[..20] + "*" + Convert.ToBase64String(Plain)[21..])], Ct);

        Assert.Equal(StatusCode.Internal, answer.Status);
    }

    [Fact]
    public async Task EmptyBody_IsInternal()
    {
        await using var host = await WebHost.StartAsync();
        using var caller = new WebCaller(host, WebForm.Text);

        Assert.Equal(StatusCode.Internal, (await caller.PostAsync("Say", [ReadOnlyMemory<byte>.Empty], Ct)).Status);
    }

    [Theory]
    [InlineData(WebForm.Text, "", "application/grpc-web")]
    [InlineData(WebForm.Text, "*/*", "application/grpc-web")]
    [InlineData(WebForm.Binary, "application/grpc-web-text", "application/grpc-web-text")]
    public async Task Answer_HasTheFormThatTheCallerAccepts(WebForm form, string accept, string expected)
    {
        await using var host = await WebHost.StartAsync();
        using var caller = new WebCaller(host, form);

        var answer = await caller.CallAsync("Say", Plain, Ct, ("accept", accept));

        Assert.Equal(expected, answer.ContentType);
        Accepted(answer);
    }

    [Fact]
    public async Task MessagesAndTrailers_ArePiecesOfTheirOwn()
    {
        await using var host = await WebHost.StartAsync();
        using var caller = new WebCaller(host, WebForm.Text);
        using var response = await caller.OpenAsync("Count", [Letters(Convert.ToBase64String(RawCall.Frame(new SayRequest { Number = 2, Text = "a" })))], Ct);

        var text = await response.Content.ReadAsStringAsync(Ct);

        var messages = new[] { 1, 2 }.Select(n => Convert.ToBase64String(RawCall.Frame(new SayReply { Number = n, Text = "a" })));
        Assert.Equal(string.Concat(messages) + Trailers, text);
    }

    [Fact]
    public async Task MessageOfAUnaryCallAndTrailers_ArePiecesOfTheirOwn()
    {
        await using var host = await WebHost.StartAsync();
        using var caller = new WebCaller(host, WebForm.Text);
        var request = new SayRequest { Text = "aaa" };
        using var response = await caller.OpenAsync("Say", [Letters(Convert.ToBase64String(RawCall.Frame(request)))], Ct);

        var message = Convert.ToBase64String(RawCall.Frame(new SayReply { Text = "aaa", Request = request }));

        Assert.EndsWith("=", message, StringComparison.Ordinal);
        Assert.Equal(message + Trailers, await response.Content.ReadAsStringAsync(Ct));
    }

    static void Accepted(WebAnswer answer)
    {
        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.Equal("つなぐ", Assert.Single(answer.Messages).Text);
    }

    static byte[] Letters(string text) => Encoding.Latin1.GetBytes(text);

    static string Pieces(Random random, byte[] plain)
    {
        var text = new StringBuilder();
        for (var at = 0; at < plain.Length;)
        {
            var count = Math.Min(random.Next(1, 9000), plain.Length - at);
            text.Append(Convert.ToBase64String(plain, at, count));
            at += count;
        }
        return text.ToString();
    }

    static IEnumerable<ReadOnlyMemory<byte>> Cut(Random random, byte[] letters)
    {
        for (var at = 0; at < letters.Length;)
        {
            var count = Math.Min(random.Next(1, 20_000), letters.Length - at);
            yield return letters.AsMemory(at, count);
            at += count;
        }
    }
}
