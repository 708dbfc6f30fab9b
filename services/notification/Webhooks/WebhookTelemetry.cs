using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Tsunagu.Notifications.Webhooks;

/// <summary>Spans and figures of deliveries.</summary>
static class WebhookTelemetry
{
    public const string Name = "Tsunagu.Notifications";

    public static readonly ActivitySource Source = new(Name);

    static readonly Meter Meter = new(Name);

    static readonly Counter<long> Attempts =
        Meter.CreateCounter<long>("tsunagu.webhook.attempts", "{attempt}", "Attempts by outcome.");

    static readonly Histogram<double> Age =
        Meter.CreateHistogram<double>("tsunagu.webhook.age", "s", "From the event to the partner's 2xx.");

    static Backlog _backlog;

    static WebhookTelemetry()
    {
        Meter.CreateObservableGauge("tsunagu.webhook.pending", () => _backlog.Pending, "{delivery}", "Deliveries that wait.");
        Meter.CreateObservableGauge("tsunagu.webhook.failed", () => _backlog.Failed, "{delivery}", "Deliveries that were given up.");
        Meter.CreateObservableGauge("tsunagu.webhook.oldest", () => _backlog.OldestSeconds, "s", "Age of the oldest event that waits.");
    }

    public static void Attempted(int status) => Attempts.Add(1, new KeyValuePair<string, object?>("outcome", Outcome(status)));

    public static void Delivered(TimeSpan age) => Age.Record(age.TotalSeconds);

    public static void Note(Backlog backlog) => _backlog = backlog;

    static string Outcome(int status) => status == 0 ? "unanswered" : $"{status / 100}xx";
}
