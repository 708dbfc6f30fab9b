namespace Aspire.Hosting;

/// <summary>How an application is built.</summary>
public sealed class DistributedApplicationOptions
{
    /// <summary>The command line.</summary>
    public string[]? Args { get; set; }

    /// <summary>Whether the dashboard stays off.</summary>
    public bool DisableDashboard { get; set; }

    /// <summary>The assembly of the app host; the entry assembly by default.</summary>
    public string? AssemblyName { get; set; }

    /// <summary>Whether plain HTTP is allowed between host, dashboard and resources. It is all that is supported here.</summary>
    public bool AllowUnsecuredTransport { get; set; }
}
