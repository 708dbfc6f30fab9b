using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Xunit;

namespace Tsunagu.Tests.StandIns;

public sealed class TelemetryTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Telemetry_ListensFromTheStartOfTheHostAndFlushesAtItsEnd()
    {
        var ended = new List<Activity>();
        using var source = new ActivitySource("Tests.StandIns");
        using (var host = new HostBuilder().ConfigureServices(services => services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("tests"))
            .WithTracing(tracing => tracing.AddSource(source.Name).AddProcessor(new Keeping(ended)))
            .WithMetrics(metrics => metrics.AddMeter("Tests"))
            .WithLogging()).Build())
        {
            await host.StartAsync(Stop);
            source.StartActivity("work")?.Dispose();
            await host.StopAsync(Stop);
        }
        Assert.Equal(["work"], ended.Select(activity => activity.DisplayName));
    }

    sealed class Keeping(List<Activity> ended) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) => ended.Add(data);
    }
}
