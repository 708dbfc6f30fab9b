using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tsunagu.Contracts.Events.Directory;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Sharing;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>Gives a service its knowledge of agencies, staff, agreements and sharing rules.</summary>
static class DirectorySetup
{
    /// <summary>The memory alone. Without a database nothing fills it, and every call of staff is refused.</summary>
    public static void AddDirectory(this IServiceCollection services)
    {
        services.AddOptions<DirectoryOptions>().BindConfiguration("Directory")
            .Validate(options => options.StalenessLimit >= TimeSpan.FromMinutes(1), "Directory:StalenessLimit must be a minute or more.")
            .ValidateOnStart();
        services.AddSingleton<StaffDirectory>();
    }

    /// <summary>The tables that fill the memory.</summary>
    public static void AddDirectoryTables(this IServiceCollection services)
    {
        services.AddSingleton<DirectoryReader>();
        services.AddSingleton<DirectorySignal>();
        services.AddSingleton(provider => CommitChannel.Of(DirectoryTables.Channel, provider.GetRequiredService<DirectorySignal>()));
        services.AddHostedService<DirectoryWatch>();
        services.AddHostedService<DirectoryTelemetry>();
        services.AddHealthChecks().AddCheck<DirectoryHealth>("directory", HealthStatus.Unhealthy, ["ready"]);
    }

    /// <summary>The events that fill the tables.</summary>
    public static void ConsumeDirectory<TContext>(this MessagingBuilder<TContext> messaging, ServiceName service)
        where TContext : ServiceDbContext
    {
        var endpoint = DirectoryEndpoint.Of(service.Value);
        messaging
            .Consume<AgencyChanged, AgencyChangedConsumer<TContext>>(endpoint)
            .Consume<StaffChanged, StaffChangedConsumer<TContext>>(endpoint)
            .Consume<AgreementChanged, AgreementChangedConsumer<TContext>>(endpoint)
            .Consume<SharingRuleChanged, SharingRuleChangedConsumer<TContext>>(endpoint)
            .Consume<DirectoryConfirmed, DirectoryConfirmedConsumer<TContext>>(endpoint);
    }
}
