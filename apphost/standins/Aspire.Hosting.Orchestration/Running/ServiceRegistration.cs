using Aspire.Hosting.Processes;
using Aspire.Hosting.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Running;

/// <summary>The one entry of this assembly; <c>Aspire.Hosting</c> finds it by its name.</summary>
static class ServiceRegistration
{
    public static void AddRunning(IServiceCollection services)
    {
        services.AddSingleton(provider => new ChildLedger(provider.GetRequiredService<DataFolder>().Path("children")));
        services.AddSingleton<StatusBoard>();
        services.AddSingleton<DashboardHost>();
        services.AddSingleton<ServerFinder>();
        services.AddSingleton<ServerRunner>();
        services.AddSingleton<HealthMonitor>();
        services.AddHostedService<Orchestrator>();
        services.AddHostedService<ParentWatch>();
    }
}
