using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tsunagu.ServiceDefaults;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

public static class ServiceNameExtensions
{
    /// <summary>Gives the probe service another name, and so other roles.</summary>
    public static void AddServiceName(this WebApplicationBuilder builder, string name) =>
        builder.Services.AddSingleton(new ServiceName(name));
}
