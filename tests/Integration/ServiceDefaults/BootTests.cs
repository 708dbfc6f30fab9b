using System.Net;
using System.Net.Sockets;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

public sealed class BootTests(Served served) : IClassFixture<Served>
{
    [Theory]
    [InlineData("/alive", HttpStatusCode.OK)]
    [InlineData("/health", HttpStatusCode.OK)]
    [InlineData("/v1/agencies", HttpStatusCode.NotFound)]
    [InlineData("/tsunagu.referral.v1.ReferralService/GetReferral", HttpStatusCode.NotFound)]
    public async Task ProbeListener_OffersTheProbesAndNothingElse(string path, HttpStatusCode expected)
    {
        using var http = new HttpClient { BaseAddress = served.Host.ProbeAddress };
        Assert.Equal(expected, (await http.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task GrpcListener_ServesTranscodedRest()
    {
        using var http = new HttpClient { BaseAddress = served.Host.GrpcAddress, DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("/v1/agencies")).StatusCode);
        http.DefaultRequestHeaders.Authorization = new("Bearer", served.Issuer.Staff());
        Assert.Contains("\"agencyId\"", await http.GetStringAsync("/v1/agencies"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_WhileTheBrokerIsAway_IsUnhealthyAndTheServiceIsAlive()
    {
        await using var line = new Line(new Uri(served.Servers.Broker));
        line.Cut();
        await using var host = await ProbeHost.StartAsync(served.Servers.Settings(("ConnectionStrings:messaging", line.Address)));
        using var http = new HttpClient { BaseAddress = host.ProbeAddress };
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync("/health")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/alive")).StatusCode);
        line.Mend();
        Assert.Equal(
            HttpStatusCode.OK,
            await Eventually.GetAsync(async () => (await http.GetAsync("/health")).StatusCode, status => status == HttpStatusCode.OK));
    }

    [Fact]
    public async Task GrpcHealth_NeedsNoToken()
    {
        var health = new Grpc.Health.V1.Health.HealthClient(served.Calls.Channel);
        var answer = await Eventually.GetAsync(
            async () => (await health.CheckAsync(new())).Status, status => status == Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus.Serving);
        Assert.Equal(Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus.Serving, answer);
    }

    // A city's network has no way out, and nobody outside is to learn how much it is used.
    [Fact]
    public async Task MessageLibrary_ReportsItsUseToNobody()
    {
        await using var host = ProbeHost.Build(served.Servers.Settings(("ConnectionStrings:messaging", served.Servers.Broker)));
        Assert.False(host.Services.GetRequiredService<IOptions<UsageTelemetryOptions>>().Value.Enabled);
    }

    [Fact]
    public async Task Listeners_AreOnLoopback()
    {
        Assert.Equal(IPAddress.Loopback.ToString(), served.Host.GrpcAddress.Host);
        Assert.Equal(IPAddress.Loopback.ToString(), served.Host.ProbeAddress.Host);
        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new UriBuilder(served.Host.ProbeAddress) { Host = Outside() }.Uri));
    }

    [Fact]
    public async Task MissingIssuer_RefusesToStart()
    {
        var settings = served.Servers.Settings(("Identity:Authority", ""));
        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => ProbeHost.StartAsync(settings));
    }

    static string Outside() => Dns.GetHostAddresses(Dns.GetHostName()).FirstOrDefault(
        address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address))?.ToString() ?? "127.0.0.2";
}
