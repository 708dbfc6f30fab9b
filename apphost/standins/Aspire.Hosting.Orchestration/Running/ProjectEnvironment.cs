using System.Globalization;
using Aspire.Hosting.Processes;

namespace Aspire.Hosting.Running;

/// <summary>The variables every project gets, besides those its references add.</summary>
static class ProjectEnvironment
{
    public static void Add(Dictionary<string, object> variables, string environmentName)
    {
        variables["ASPNETCORE_ENVIRONMENT"] = environmentName;
        variables["DOTNET_ENVIRONMENT"] = environmentName;
        // A project that takes its time to stop ends by itself before its supervisor loses patience.
        variables["DOTNET_SHUTDOWNTIMEOUTSECONDS"] = (LaunchPlan.DefaultGraceSeconds - 2).ToString(CultureInfo.InvariantCulture);
        variables["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
        variables["LOGGING__CONSOLE__FORMATTERNAME"] = "simple";
        variables["OTEL_DOTNET_EXPERIMENTAL_OTLP_EMIT_EXCEPTION_LOG_ATTRIBUTES"] = "true";
        variables["OTEL_DOTNET_EXPERIMENTAL_OTLP_EMIT_EVENT_LOG_ATTRIBUTES"] = "true";
        variables["OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY"] = "in_memory";
    }

    /// <summary>Where and how often to send telemetry.</summary>
    public static void AddTelemetry(Dictionary<string, object> variables, string service, string instance, Uri otlp, bool development)
    {
        variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = otlp.ToString().TrimEnd('/');
        variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
        variables["OTEL_SERVICE_NAME"] = service;
        variables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={instance}";
        if (!development)
            return;
        variables["OTEL_BLRP_SCHEDULE_DELAY"] = "1000";
        variables["OTEL_BSP_SCHEDULE_DELAY"] = "1000";
        variables["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
        variables["OTEL_TRACES_SAMPLER"] = "always_on";
        variables["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
    }
}
