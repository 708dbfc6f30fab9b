namespace Aspire.Dashboard.Store;

/// <summary>A service's part in a trace.</summary>
/// <param name="Name">Service name.</param>
/// <param name="Spans">Its spans.</param>
/// <param name="Errors">Those marked as failed.</param>
public sealed record ServiceShare(string Name, int Spans, int Errors);
