using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>Tells how old the directory is.</summary>
sealed class DirectoryTelemetry(IMeterFactory meters, StaffDirectory directory) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var meter = meters.Create("Tsunagu.Directory");
        meter.CreateObservableGauge("tsunagu.directory.age", Age, "s", "Since the directory was last confirmed by its owner.");
        meter.CreateObservableGauge(
            "tsunagu.directory.usable", () => directory.IsUsable ? 1 : 0, "1", "1 while decisions rest on the directory, 0 while staff are refused.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    IEnumerable<Measurement<double>> Age() => directory.Age is { } age ? [new(age.TotalSeconds)] : [];
}
