using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Hosting;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Telemetry;

namespace Tsunagu.ServiceDefaults;

/// <summary>What every service of the suite has, in four lines of its Program.cs.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Adds telemetry, listeners, health, identity, access control, error mapping and the graceful stop.</summary>
    /// <param name="builder">The service.</param>
    /// <param name="name">Name of the service, such as <c>referral</c>: lower case, hyphens between words.</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string name)
    {
        builder.Services.AddSingleton(new ServiceName(name));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddTelemetry(name);
        builder.AddListeners();
        builder.AddIdentity();
        builder.Services.AddDirectory();
        builder.AddGrpcServer();
        builder.AddDrain();
        builder.Services.AddHealthChecks();
        return builder;
    }

    /// <summary>Maps the probes <c>/health</c> (ready: database, broker and directory included) and <c>/alive</c>, gRPC health, the audit and, in Development, gRPC reflection.</summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        app.UseProbeListener();
        app.UseDrain();
        app.MapProbes();
        app.MapGrpcHealth();
        app.MapReflection();
        foreach (var rpc in app.Services.GetServices<CommonRpc>())
            rpc.Map(app);
        return app;
    }

    /// <summary>
    /// Checks the contract of every mapped method and makes the database ready: the part of
    /// <see cref="RunServiceAsync"/> before the service answers.
    /// </summary>
    /// <exception cref="BootException">The service must not start; the message says what to mend.</exception>
    public static async Task PrepareServiceAsync(this WebApplication app, CancellationToken ct = default)
    {
        app.CheckAccessOptions();
        foreach (var database in app.Services.GetServices<IDatabaseStart>())
            await database.PrepareAsync(ct);
    }

    /// <summary>Prepares, then serves until the process is told to stop. A service that must not start ends with exit code 1.</summary>
    /// <param name="app">The service.</param>
    /// <param name="seed">Runs after the migrations and before the first call, such as loading sample data.</param>
    public static async Task RunServiceAsync(
        this WebApplication app, Func<IServiceProvider, CancellationToken, Task>? seed = null)
    {
        try
        {
            await app.PrepareServiceAsync(app.Lifetime.ApplicationStopping);
            if (app.Services.GetService<IOptions<DatabaseOptions>>()?.Value.MigratesOnly == true)
                return;
            if (seed is not null)
                await seed(app.Services, app.Lifetime.ApplicationStopping);
            await app.RunAsync();
        }
        catch (Exception e) when (SaysWhatToMend(e))
        {
            app.Logger.BootRefused(e.Message);
            Environment.ExitCode = 1;
            await app.DisposeAsync();
        }
    }

    // One line for whoever starts it; anything else is a fault and shows its stack.
    static bool SaysWhatToMend(Exception e) =>
        e is BootException or MigrationPendingException or OptionsValidationException
        || e is IOException { InnerException: AddressInUseException };
}
