using System.Net;
using System.Net.Sockets;
using Tsunagu.Gateway;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

public sealed class StartTests
{
    [Fact]
    public async Task TakenPort_EndsTheStartWithOne()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var code = await Startup.RunAsync(() => GatewayApp.Build(["--HTTP_PORT", $"{port}", "--GRPC_PORT", "0", "--Identity:Authority", "https://issuer.example"]));

        Assert.Equal(1, code);
    }
}
