using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Running;

/// <summary>Finds what runs the resources: an assembly of its own, known by its name alone, that comes with the package of the app host.</summary>
static class OrchestratorLoader
{
    const string AssemblyName = "Aspire.Hosting.Orchestration";
    const string EntryType = "Aspire.Hosting.Running.ServiceRegistration";
    const string EntryMethod = "AddRunning";

    /// <summary>Adds the orchestrator to the services of a host.</summary>
    /// <exception cref="DistributedApplicationException">It is not there.</exception>
    public static void AddTo(IServiceCollection services)
    {
        try
        {
            Assembly.Load(AssemblyName).GetType(EntryType, throwOnError: true)!
                .GetMethod(EntryMethod, BindingFlags.Public | BindingFlags.Static, [typeof(IServiceCollection)])!
                .CreateDelegate<Action<IServiceCollection>>()(services);
        }
        catch (FileNotFoundException missing)
        {
            throw new DistributedApplicationException($"The orchestrator '{AssemblyName}' is not beside the app host. Reference the package Aspire.Hosting.AppHost.", missing);
        }
    }
}
