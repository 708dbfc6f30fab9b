using System.Diagnostics;
using Aspire.Dashboard;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Tsunagu.Tests.EndToEnd.Dashboard;

/// <summary>Spans of one trace with given times, exported by the OpenTelemetry SDK as services would.</summary>
sealed class TestTrace(DashboardApp dashboard, OtlpExportProtocol protocol = OtlpExportProtocol.HttpProtobuf)
{
    readonly DateTimeOffset _start = DateTimeOffset.UtcNow.AddSeconds(-2);

    /// <summary>Id of the trace, known once its root was exported.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Exports one span that began and ended so many milliseconds after the start of the trace; the root has no parent.</summary>
    public ActivityContext Export(string service, string name, ActivityContext? parent, int from, int to, Action<Activity>? dress = null, ActivityKind kind = ActivityKind.Internal)
    {
        using var source = new ActivitySource($"test.{Guid.NewGuid():N}");
        using var provider = Provider(service, source.Name);
        Activity.Current = null;
        using var activity = source.StartActivity(name, kind, parent ?? default, startTime: _start.AddMilliseconds(from))!;
        dress?.Invoke(activity);
        activity.SetEndTime(_start.AddMilliseconds(to).UtcDateTime);
        activity.Stop();
        Id = activity.TraceId.ToHexString();
        return activity.Context;
    }

    TracerProvider Provider(string service, string source) => Sdk.CreateTracerProviderBuilder()
        .SetResourceBuilder(ResourceBuilder.CreateEmpty().AddService(service))
        .AddSource(source)
        .AddOtlpExporter(o =>
        {
            o.Protocol = protocol;
            o.Endpoint = protocol == OtlpExportProtocol.HttpProtobuf ? new Uri(dashboard.OtlpHttpUrl, "/v1/traces") : dashboard.OtlpGrpcUrl;
            o.ExportProcessorType = ExportProcessorType.Simple;
        })
        .Build();
}
