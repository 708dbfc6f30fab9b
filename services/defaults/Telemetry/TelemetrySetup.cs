using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Tsunagu.ServiceDefaults.Telemetry;

/// <summary>Traces, metrics and logs over OTLP, and logs on the console; none of them holds personal data.</summary>
public static class TelemetrySetup
{
    static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "MassTransit", "Tsunagu.*"];

    static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Routing",
        "System.Net.Http", "System.Runtime", "Npgsql", "MassTransit", "Tsunagu.*",
    ];

    // These write statements, addresses or causes into the text of a message; what matters of it is logged by us.
    static readonly string[] Silent =
    [
        "Microsoft.EntityFrameworkCore.Update", "Microsoft.EntityFrameworkCore.Query",
        "Microsoft.EntityFrameworkCore.Database.Command", "Microsoft.EntityFrameworkCore.Database.Connection",
        "Microsoft.EntityFrameworkCore.Database.Transaction", "Microsoft.AspNetCore.Server.Kestrel.BadRequests",
    ];

    static readonly string[] Quiet =
        ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System.Net.Http", "Npgsql", "Grpc", "MassTransit"];

    /// <summary>Adds telemetry to a program that is not a service of the suite, such as the gateway; services get it by their defaults.</summary>
    /// <param name="builder">The program.</param>
    /// <param name="name">Its name, unless <c>OTEL_SERVICE_NAME</c> gives one.</param>
    public static IHostApplicationBuilder AddTelemetry(this IHostApplicationBuilder builder, string name)
    {
        // Without it the spans of incoming calls have neither method nor path.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        ActivitySource.AddActivityListener(SpanScrubber.Listener);
        AddLogging(builder);
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => Describe(resource, builder.Configuration, name))
            .WithTracing(tracing => tracing.SetSampler(new ParentBasedSampler(new ProbeSampler())).AddSource(Sources).AddProcessor(new SpanScrubber()))
            .WithMetrics(metrics => metrics.AddMeter(Meters))
            .WithLogging(logging => logging.AddProcessor(new LogScrubber()), options => options.IncludeFormattedMessage = true);
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            telemetry.UseOtlpExporter();
        return builder;
    }

    static void AddLogging(IHostApplicationBuilder builder)
    {
        // Below every other source, so that an operator may open a category for a while.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = Quiet.Select(category => KeyValuePair.Create("Logging:LogLevel:" + category, (string?)"Warning")),
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.FormatterName = PlainConsoleFormatter.FormatterName);
        builder.Logging.AddConsoleFormatter<PlainConsoleFormatter, ConsoleFormatterOptions>();
        foreach (var category in Silent)
            builder.Logging.AddFilter(category, LogLevel.None);
    }

    static void Describe(ResourceBuilder resource, IConfiguration configuration, string name)
    {
        if (string.IsNullOrEmpty(configuration["OTEL_SERVICE_NAME"]))
            resource.AddService(name, serviceNamespace: "tsunagu", autoGenerateServiceInstanceId: false);
    }
}
