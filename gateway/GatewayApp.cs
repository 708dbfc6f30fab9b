using Tsunagu.Contracts.Options.V1;
using Tsunagu.Gateway.Audit;
using Tsunagu.Gateway.Calls;
using Tsunagu.Gateway.Catalogue;
using Tsunagu.Gateway.DevIssuer;
using Tsunagu.Gateway.Edge;
using Tsunagu.Gateway.OpenApi;
using Tsunagu.Gateway.Problems;
using Tsunagu.Gateway.Routing;
using Tsunagu.Gateway.Web;
using Tsunagu.ServiceDefaults;

namespace Tsunagu.Gateway;

/// <summary>The one door to the suite: REST, gRPC-Web, server-sent events, uploads and downloads on HTTP/1.1, gRPC on HTTP/2.</summary>
public static class GatewayApp
{
    /// <summary>Builds the gateway, ready to run.</summary>
    /// <param name="args">Configuration, as <c>--NAME value</c>.</param>
    /// <exception cref="BootException">The configuration does not hold; the message says what to mend.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Configuration.AddPorts();
        builder.AddServiceDefaults("gateway");
        // The proxy writes a line for each request and a stack for each failure; ForwardFailures writes what matters of it.
        builder.Logging.AddFilter("Yarp", LogLevel.Error);
        // What keeps the host from starting is told by Startup, without a stack.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddSingleton(ContractCatalogue.Of(typeof(AccessOption).Assembly));
        builder.Services.AddOptions<GatewayLimits>().BindConfiguration("Limits").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddEdgeLimits();
        builder.Services.AddEdgeCors(builder.Configuration);
        builder.Services.AddAuthorization();
        builder.Services.AddContractProxy();
        builder.Services.AddSingleton<ServiceChannels>();
        builder.Services.AddSingleton<OpenApiEndpoint>();
        var issues = builder.AddDevIssuer();
        var app = builder.Build();
        Map(app, issues);
        return app;
    }

    static void Map(WebApplication app, bool issues)
    {
        app.UseEdgeHeaders();
        app.UseWebCalls();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = StatusProblems.WriteUnexpectedAsync, AllowStatusCode404Response = true });
        app.UseStatusCodePages(StatusProblems.WriteAsync);
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseRouting();
        app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<BodyChecks>();
        app.UseMiddleware<StreamsEnd>();
        var catalogue = app.Services.GetRequiredService<ContractCatalogue>();
        app.MapProbes();
        app.MapGet(OpenApiEndpoint.Path, (OpenApiEndpoint description, HttpContext context) => description.GetAsync(context));
        app.MapUploads(catalogue);
        app.MapDownloads(catalogue);
        app.MapAuditEverywhere(catalogue);
        app.MapContractProxy(catalogue);
        if (issues)
            app.MapDevIssuer();
    }

    static void MapProbes(this WebApplication app)
    {
        app.MapHealthChecks("/health");
        app.MapHealthChecks("/alive", new() { Predicate = _ => false });
    }
}
