using System.Diagnostics.Metrics;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>Counts what a service measures for one endpoint.</summary>
public sealed class Counted : IDisposable
{
    readonly MeterListener listener = new();
    long total;

    public Counted(string instrument, string endpoint)
    {
        listener.InstrumentPublished = (published, self) =>
        {
            if (published.Name == instrument)
                self.EnableMeasurementEvents(published);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            foreach (var tag in tags)
                if ((string?)tag.Value == endpoint)
                    Interlocked.Add(ref total, value);
        });
        listener.Start();
    }

    public long Total => Interlocked.Read(ref total);

    public void Dispose() => listener.Dispose();
}
