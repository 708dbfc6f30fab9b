using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using Tsunagu.ServiceDefaults.Auditing;
using Tsunagu.ServiceDefaults.Consents;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Explaining;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Hosting;

namespace Tsunagu.ServiceDefaults;

/// <summary>Gives a service its database.</summary>
public static class DatabaseExtensions
{
    /// <summary>
    /// Adds the context, <see cref="UnitOfWork{TContext}"/>, the readiness check, and the migration at start. There is one
    /// database per service, and the context is reached through the unit of work alone.
    /// </summary>
    /// <param name="builder">The service.</param>
    /// <param name="name">Name of the connection string, such as <c>referral-db</c>.</param>
    /// <param name="grants">Declares which records grants may open; none when absent.</param>
    public static IHostApplicationBuilder AddServiceDatabase<TContext>(
        this IHostApplicationBuilder builder, string name, Action<GrantBuilder>? grants = null)
        where TContext : ServiceDbContext
    {
        var grantable = new GrantBuilder();
        grants?.Invoke(grantable);
        builder.Services.AddSingleton(grantable);
        builder.Services.AddOptions<DatabaseOptions>().BindConfiguration("Database");
        builder.Services.AddSingleton(services => new DatabaseNames(
            services.GetRequiredService<ServiceName>().Value,
            services.GetRequiredService<IConfiguration>().GetConnectionString(name)
                ?? throw new BootException($"ConnectionStrings:{name} is not set."),
            services.GetRequiredService<IOptions<DatabaseOptions>>().Value));
        builder.Services.AddSingleton(services =>
            new NpgsqlDataSourceBuilder(services.GetRequiredService<DatabaseNames>().Runtime()) { Name = name }
                // A statement outside any work is a poll of the outbox or the like: it would fill the traces with noise.
                .ConfigureTracing(tracing => tracing
                    .ConfigureCommandFilter(_ => Activity.Current is not null)
                    .ConfigureBatchFilter(_ => Activity.Current is not null)
                    .EnableFirstResponseEvent(false))
                .Build());
        builder.Services.AddPooledDbContextFactory<TContext>(Configure);
        builder.Services.AddSingleton<UnitOfWork<TContext>>();
        builder.Services.AddSingleton<IDatabaseStart, DatabaseStart<TContext>>();
        builder.Services.AddHostedService<CommitListener>();
        builder.Services.AddDirectoryTables();
        builder.Services.AddAudit();
        builder.Services.AddSingleton(new CommonRpc(app => app.MapGrpcService<AuditRpc<TContext>>()));
        builder.Services.TryAddSingleton<ConsentRegister, NoConsents>();
        builder.Services.AddSingleton(new CommonRpc(app => app.MapGrpcService<GrantRpc<TContext>>()));
        builder.Services.AddSingleton(new CommonRpc(app => app.MapGrpcService<AccessRpc<TContext>>()));
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", HealthStatus.Unhealthy, ["ready"]);
        return builder;
    }

    static void Configure(IServiceProvider services, DbContextOptionsBuilder options)
    {
        // Migrations are written without a server at hand.
        if (EF.IsDesignTime)
            options.UseNpgsql();
        else
            options.UseNpgsql(services.GetRequiredService<NpgsqlDataSource>());
        // Handled as a refusal; the text of the failure would go to the log with it.
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.OptimisticConcurrencyException));
    }
}
