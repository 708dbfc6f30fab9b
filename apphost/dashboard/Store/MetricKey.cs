namespace Aspire.Dashboard.Store;

/// <summary>Names an instrument of a service.</summary>
/// <param name="Resource">Service name.</param>
/// <param name="Scope">Meter name.</param>
/// <param name="Name">Instrument name.</param>
public readonly record struct MetricKey(string Resource, string Scope, string Name);
