using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Auditing;
using Tsunagu.ServiceDefaults.Errors;

namespace Tsunagu.ServiceDefaults.Hosting;

/// <summary>The gRPC server with the interceptors that every call passes: errors outermost, then the stop of the service, the audit, access, and the row.</summary>
static class GrpcSetup
{
    public static void AddGrpcServer(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AccessCatalog>();
        builder.Services.AddSingleton<Admission>();
        builder.Services.AddSingleton<ErrorInterceptor>();
        builder.Services.AddSingleton<RefusalRecorder>();
        builder.Services.AddSingleton<AuditInterceptor>();
        builder.Services.AddSingleton<AccessInterceptor>();
        builder.Services.AddSingleton<RowInterceptor>();
        builder.Services.AddGrpc(options =>
        {
            options.EnableDetailedErrors = false;
            options.Interceptors.Add<ErrorInterceptor>();
            options.Interceptors.Add<DrainInterceptor>();
            options.Interceptors.Add<AuditInterceptor>();
            options.Interceptors.Add<AccessInterceptor>();
            options.Interceptors.Add<RowInterceptor>();
        }).AddJsonTranscoding(options =>
        {
            options.TypeRegistry = StatusDetails.Types;
            // As the proto3 JSON mapping writes them: a browser's numbers lose digits beyond 2^53.
            options.JsonSettings.WriteInt64sAsStrings = true;
        });
        // Watchers hear of the stop before it ends them, see Drain.
        builder.Services.AddGrpcHealthChecks(health => health.SuppressCompletionOnShutdown = true);
        builder.Services.AddGrpcReflection();
    }

    public static void MapGrpcHealth(this WebApplication app) => app.MapGrpcHealthChecksService();

    /// <summary>What the service offers is told to developers alone.</summary>
    public static void MapReflection(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.MapGrpcReflectionService();
    }

    /// <exception cref="BootException">A mapped method does not say who may call it.</exception>
    public static void CheckAccessOptions(this WebApplication app) =>
        app.Services.GetRequiredService<AccessCatalog>().Load(AccessBootCheck.Read(((IEndpointRouteBuilder)app).DataSources));
}
