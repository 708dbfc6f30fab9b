using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

public sealed class StartTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TakenPort_IsToldInOneLine()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (code, lines) = await RunAsync(("HTTP_PORT", $"{port}"), ("GRPC_PORT", "0"), ("Identity__Authority", "https://issuer.example"));

        Assert.Equal(1, code);
        Assert.Contains($"{port}", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongConfiguration_IsToldInOneLine()
    {
        var (code, lines) = await RunAsync(("HTTP_PORT", "0"), ("GRPC_PORT", "0"), ("Identity__Authority", "https://issuer.example"), ("Limits__JsonBodyBytes", "1"));

        Assert.Equal(1, code);
        Assert.Contains("JsonBodyBytes", Assert.Single(lines), StringComparison.Ordinal);
    }

    static async Task<(int Code, string[] Lines)> RunAsync(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Tsunagu.Gateway.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var gateway = Process.Start(start)!;
        var output = gateway.StandardOutput.ReadToEndAsync(Ct);
        var errors = gateway.StandardError.ReadToEndAsync(Ct);
        await gateway.WaitForExitAsync(Ct).WaitAsync(TimeSpan.FromSeconds(60), Ct);
        return (gateway.ExitCode, (await output + await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
