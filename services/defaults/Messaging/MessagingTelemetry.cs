using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>Spans and figures of outbox and inbox.</summary>
static class MessagingTelemetry
{
    public const string Name = "Tsunagu.Messaging";

    public static readonly ActivitySource Source = new(Name);

    static readonly Meter Meter = new(Name);

    public static readonly Counter<long> Published =
        Meter.CreateCounter<long>("tsunagu.outbox.published", "{event}", "Events that the broker confirmed.");

    public static readonly Histogram<double> Lag =
        Meter.CreateHistogram<double>("tsunagu.outbox.lag", "s", "From the event to the broker's confirmation.");

    public static readonly Counter<long> Repeats =
        Meter.CreateCounter<long>("tsunagu.inbox.repeats", "{event}", "Deliveries that had been taken in before.");

    public static readonly Counter<long> Gaps =
        Meter.CreateCounter<long>("tsunagu.inbox.gaps", "{event}", "Events that did not follow the last one of their aggregate.");

    static long parked;
    static long missing;

    static MessagingTelemetry()
    {
        Meter.CreateObservableGauge("tsunagu.messages.parked", () => parked, "{message}", "Messages that wait to be replayed or discarded.");
        Meter.CreateObservableGauge("tsunagu.messages.missing", () => missing, "{gap}", "Gaps in the numbers of records' events.");
    }

    public static void Note(long parkedNow, long missingNow) => (parked, missing) = (parkedNow, missingNow);
}
