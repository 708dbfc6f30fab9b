using Aspire.Hosting.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Running;

static class ServiceRegistration
{
    public static void AddRunning(this IServiceCollection services)
    {
        services.AddSingleton<StatusBoard>();
        services.AddSingleton<DashboardHost>();
        services.AddSingleton<ServerFinder>();
        services.AddSingleton<ServerRunner>();
        services.AddSingleton<HealthMonitor>();
        services.AddHostedService<Orchestrator>();
        services.AddHostedService<ParentWatch>();
    }
}
