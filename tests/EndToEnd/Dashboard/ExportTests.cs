using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Dashboard;

/// <summary>What the OpenTelemetry SDK sends arrives, over both protocols.</summary>
public sealed partial class ExportTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    [Theory]
    [InlineData(OtlpExportProtocol.HttpProtobuf)]
    [InlineData(OtlpExportProtocol.Grpc)]
    public async Task Spans_OfThreeServices_JoinOneTrace(OtlpExportProtocol protocol)
    {
        var trace = new TestTrace(dashboard.App, protocol);
        var root = trace.Export("gateway", "POST /v1/consultations", null, 0, 100, kind: ActivityKind.Server);
        var call = trace.Export("intake", "RecordConsultation", root, 10, 90, a => a.SetTag("rpc.system", "grpc").SetTag("attempts", 2));
        trace.Export("household", "SELECT", call, 20, 30, a => a.SetStatus(ActivityStatusCode.Error, "timeout").AddEvent(new ActivityEvent("exception")), ActivityKind.Client);

        var answer = await dashboard.GetAsync($"/api/traces/{trace.Id}");

        var spans = answer.GetProperty("spans").EnumerateArray()
            .Select(s => $"{s.GetProperty("depth")} {s.GetProperty("resource")} {s.GetProperty("name")} {s.GetProperty("kind")} {s.GetProperty("durationNanos").GetInt64() / 1_000_000}");
        Assert.Equal(["0 gateway POST /v1/consultations Server 100", "1 intake RecordConsultation Internal 80", "2 household SELECT Client 10"], spans);
        Assert.Equal(1, answer.GetProperty("errorCount").GetInt32());
        var attributes = answer.GetProperty("spans")[1].GetProperty("attributes").EnumerateArray().Select(a => $"{a.GetProperty("key")}={a.GetProperty("value")}");
        Assert.Equal(["rpc.system=grpc", "attempts=2"], attributes);
        Assert.Equal("exception", answer.GetProperty("spans")[2].GetProperty("events")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Spans_OfTheRuntimesHttpSources_AreNamedAfterTheRequest()
    {
        var trace = new TestTrace(dashboard.App);
        var root = trace.Export("gateway", "Microsoft.AspNetCore.Hosting.HttpRequestIn", null, 0, 9, a => a.SetTag("http.request.method", "GET").SetTag("url.path", "/v1/inbox"));
        trace.Export("gateway", "POST", root, 1, 8, a => a.SetTag("http.request.method", "POST").SetTag("url.full", "http://localhost:1/tsunagu.Inbox/List?x=1"));

        var spans = (await dashboard.GetAsync($"/api/traces/{trace.Id}")).GetProperty("spans").EnumerateArray();

        Assert.Equal(["GET /v1/inbox", "POST /tsunagu.Inbox/List"], spans.Select(s => s.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData(OtlpExportProtocol.HttpProtobuf)]
    [InlineData(OtlpExportProtocol.Grpc)]
    public async Task Logs_CarryTheirLevelAndTrace(OtlpExportProtocol protocol)
    {
        var service = $"logs-{protocol}";
        using var activity = new Activity("outer").Start();
        using (var factory = LoggerFactory.Create(logging => logging.AddOpenTelemetry(o =>
        {
            o.IncludeFormattedMessage = true;
            o.SetResourceBuilder(ResourceBuilder.CreateEmpty().AddService(service));
            o.AddOtlpExporter(e => Point(e, protocol, "/v1/logs"));
        })))
            Delayed(factory.CreateLogger("Tsunagu.Test"), 7);

        var logs = await dashboard.GetAsync($"/api/logs?resource={service}&level=Warning&traceId={activity.TraceId}");

        var log = Assert.Single(logs.EnumerateArray());
        Assert.Equal("配達 7 が遅れています", log.GetProperty("message").GetString());
        Assert.Equal("Warning", log.GetProperty("level").GetString());
        Assert.Equal("Tsunagu.Test", log.GetProperty("category").GetString());
    }

    [Theory]
    [InlineData(OtlpExportProtocol.HttpProtobuf)]
    [InlineData(OtlpExportProtocol.Grpc)]
    public async Task Metrics_ShowTheirLastValue(OtlpExportProtocol protocol)
    {
        var service = $"metrics-{protocol}";
        using var meter = new Meter($"test.{Guid.NewGuid():N}");
        var sent = meter.CreateCounter<long>("sent");
        var wait = meter.CreateHistogram<double>("wait", "s");
        using (var provider = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(ResourceBuilder.CreateEmpty().AddService(service))
            .AddMeter(meter.Name)
            .AddOtlpExporter(e => Point(e, protocol, "/v1/metrics"))
            .Build())
        {
            sent.Add(3, new KeyValuePair<string, object?>("kind", "mail"));
            sent.Add(4, new KeyValuePair<string, object?>("kind", "mail"));
            wait.Record(0.5);
            wait.Record(1.5);
        }

        var metrics = (await dashboard.GetAsync($"/api/metrics?resource={service}")).EnumerateArray().ToDictionary(m => m.GetProperty("name").GetString()!);

        Assert.Equal(("Counter", 7), (metrics["sent"].GetProperty("kind").GetString(), metrics["sent"].GetProperty("series")[0].GetProperty("value").GetDouble()));
        var distribution = metrics["wait"].GetProperty("series")[0];
        Assert.Equal((2, 2), (distribution.GetProperty("count").GetDouble(), distribution.GetProperty("value").GetDouble()));
    }

    void Point(OtlpExporterOptions exporter, OtlpExportProtocol protocol, string path)
    {
        exporter.Protocol = protocol;
        exporter.Endpoint = protocol == OtlpExportProtocol.HttpProtobuf ? new Uri(dashboard.App.OtlpHttpUrl, path) : dashboard.App.OtlpGrpcUrl;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "配達 {Delivery} が遅れています")]
    static partial void Delayed(ILogger logger, int delivery);
}
