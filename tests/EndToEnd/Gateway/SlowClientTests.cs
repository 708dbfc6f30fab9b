using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

[Collection(SharedGateway.Name)]
public sealed class SlowClientTests(GatewayFixture gateway)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/referrals", "application/json", "s-1")]
    [InlineData("/v1/feeds/residents/imports", "text/csv", "s-2")]
    public async Task BodyThatTrickles_IsTurnedAway(string path, string type, string staff)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", gateway.HttpPort, Ct);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer {await gateway.TokenAsync(staff)}\r\nContent-Type: {type}\r\nContent-Length: 100000\r\n\r\n{{"), Ct);

        var answer = await new StreamReader(stream).ReadToEndAsync(Ct).WaitAsync(TimeSpan.FromSeconds(20), Ct);

        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        Assert.Contains("REQUEST_TIMEOUT", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HeadersAboveTheLimit_AreRefused()
    {
        using var client = new HttpClient { BaseAddress = gateway.Address };
        client.DefaultRequestHeaders.Add("x-long", new string('a', 40 << 10));

        using var answer = await client.GetAsync("/v1/inbox", Ct);

        Assert.Equal(431, (int)answer.StatusCode);
    }
}
