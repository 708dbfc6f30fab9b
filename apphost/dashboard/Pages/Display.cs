using System.Globalization;
using System.Text.RegularExpressions;
using Aspire.Dashboard.Layout;
using Aspire.Dashboard.Resources;
using Aspire.Dashboard.Store;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Dashboard.Pages;

/// <summary>How values read on the pages.</summary>
static partial class Display
{
    const int Colours = 12;

    public static string ServiceClass(int index) => $"s{index % Colours}";

    public static string Percent(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.###}%");

    public static string Duration(long nanos) => nanos switch
    {
        < 0 => $"−{Duration(-nanos)}",
        0 => "0",
        < 1_000 => Text($"{nanos} ns"),
        < 1_000_000 => Text($"{nanos / 1e3:0.##} µs"),
        < 1_000_000_000 => Text($"{nanos / 1e6:0.##} ms"),
        < 60_000_000_000 => Text($"{nanos / 1e9:0.##} s"),
        _ => Text($"{nanos / 60_000_000_000} 分 {nanos / 1_000_000_000 % 60} 秒"),
    };

    /// <summary>A gRPC method without the package of its service, whether or not its HTTP method stands before it; any other name as it is.</summary>
    public static string SpanName(string name) => GrpcMethod.Match(name) is { Success: true } method ? method.Groups[1].Value : name;

    public static string Clock(long nanos) => Clock(Time(nanos));

    public static string Clock(DateTimeOffset time) => time.ToLocalTime().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    public static string Moment(long nanos) => Moment(Time(nanos));

    public static string Moment(DateTimeOffset time) => time.ToLocalTime().ToString("yyyy/MM/dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Iso(long nanos) => Time(nanos).ToString("O", CultureInfo.InvariantCulture);

    public static string Value(double value, string unit) => unit switch
    {
        "s" => Duration((long)(value * 1e9)),
        "ms" => Duration((long)(value * 1e6)),
        "By" => Bytes(value),
        _ => Text($"{value:#,0.##}") + Unit(unit),
    };

    public static string LastValue(MetricInstrument instrument, MetricSeries series) => instrument.Kind switch
    {
        MetricKind.Gauge or MetricKind.Counter => Value(series.Last.Value, instrument.Unit),
        MetricKind.Histogram => Text($"{series.Last.Count:#,0} 件"),
    };

    /// <summary>Mean and, where there are buckets, the bound below which 95 of 100 values lie; empty unless a histogram with values.</summary>
    public static string Spread(MetricInstrument instrument, MetricSeries series) =>
        instrument.Kind == MetricKind.Histogram && series.Last.Count > 0
            ? $"平均 {Value(series.Last.Value / series.Last.Count, instrument.Unit)}{Tail(instrument, series)}"
            : "";

    public static string Instrument(MetricKind kind) => kind switch
    {
        MetricKind.Gauge => "ゲージ",
        MetricKind.Counter => "カウンター",
        MetricKind.Histogram => "分布",
    };

    public static string? Kind(SpanKind kind) => kind switch
    {
        SpanKind.Server => "サーバー",
        SpanKind.Client => "クライアント",
        SpanKind.Producer => "送信",
        SpanKind.Consumer => "受信",
        SpanKind.Internal or SpanKind.Unspecified => null,
    };

    public static (string Text, string Class) Level(LogSeverity level) => level switch
    {
        LogSeverity.Trace => ("トレース", "low"),
        LogSeverity.Debug => ("デバッグ", "low"),
        LogSeverity.Information => ("情報", "info"),
        LogSeverity.Warning => ("警告", "warn"),
        LogSeverity.Error => ("エラー", "bad"),
        LogSeverity.Critical => ("致命的", "bad"),
    };

    public static (string Text, string Class) State(ResourceState state) => state switch
    {
        ResourceState.Waiting => ("待機中", "idle"),
        ResourceState.Starting => ("起動中", "info"),
        ResourceState.Running => ("実行中", "good"),
        ResourceState.Restarting => ("再起動待ち", "warn"),
        ResourceState.Stopping => ("停止中", "idle"),
        ResourceState.Finished => ("終了", "idle"),
        ResourceState.Failed => ("失敗", "bad"),
    };

    public static (string Text, string Class, bool IsBad) Health(HealthStatus? health) => health switch
    {
        HealthStatus.Healthy => ("正常", "good", false),
        HealthStatus.Degraded => ("低下", "warn", true),
        HealthStatus.Unhealthy => ("異常", "bad", true),
        null => ("—", "idle", false),
    };

    public static bool IsWebLink(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    static DateTimeOffset Time(long nanos) => DateTimeOffset.UnixEpoch.AddTicks(nanos / 100);

    static string Bytes(double value) => Math.Abs(value) switch
    {
        < 1 << 10 => Text($"{value:0} B"),
        < 1 << 20 => Text($"{value / (1 << 10):0.#} KiB"),
        < 1 << 30 => Text($"{value / (1 << 20):0.#} MiB"),
        _ => Text($"{value / (1 << 30):0.##} GiB"),
    };

    // Units in braces are annotations such as {request}: they name what is counted.
    static string Unit(string unit) => unit is "" or "1" ? "" : $" {unit.Trim('{', '}')}";

    static string Tail(MetricInstrument instrument, MetricSeries series) =>
        MetricChart.Quantile(series, 0.95) is { } bound ? $"・95% ≤ {Value(bound, instrument.Unit)}" : "";

    [GeneratedRegex(@"^(?:POST )?/?(?:[a-z0-9_]+\.)+([A-Za-z]\w*/[A-Za-z]\w*)$")]
    static partial Regex GrpcMethod { get; }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
