using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Tsunagu.ServiceDefaults;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Directory;

/// <summary>What probes are told of the directory.</summary>
public sealed class DirectoryHealthTests
{
    readonly FakeTimeProvider clock = new();
    readonly StaffDirectory directory;

    public DirectoryHealthTests() => directory = new(Options.Create(new DirectoryOptions()), new ServiceName("intake"), clock);

    [Fact]
    public async Task ServiceThatKnowsNothingYet_IsNotReady() => Assert.Equal((HealthStatus.Unhealthy, "not confirmed yet"), await CheckAsync());

    [Fact]
    public async Task ServiceThatKnowsStaffAndRules_IsHealthy_UntilThatIsStale()
    {
        directory.Replace(Confirmed() with { Sharing = SampleRules.Table });
        Assert.Equal((HealthStatus.Healthy, null), await CheckAsync());

        clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal((HealthStatus.Degraded, "stale"), await CheckAsync());
    }

    [Fact]
    public async Task ServiceThatHeardOfNoRule_IsDegraded()
    {
        directory.Replace(Confirmed());
        Assert.Equal((HealthStatus.Degraded, "no sharing rules"), await CheckAsync());
    }

    DirectorySnapshot Confirmed() => DirectorySnapshot.Empty with { ConfirmedAt = clock.GetUtcNow(), Complete = true };

    async Task<(HealthStatus, string?)> CheckAsync()
    {
        var check = new DirectoryHealth(directory);
        var result = await check.CheckHealthAsync(
            new() { Registration = new("directory", check, HealthStatus.Unhealthy, []) }, TestContext.Current.CancellationToken);
        return (result.Status, result.Description);
    }
}
