using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Dashboard.Resources;

/// <summary>What is known of a resource at one moment. A later snapshot of the same name replaces it.</summary>
public sealed record ResourceSnapshot
{
    /// <summary>Unique name, such as that of a service or of one of its replicas.</summary>
    public required string Name { get; init; }

    /// <summary>OpenTelemetry service name of its process where that is not <see cref="Name"/>, as for a replica.</summary>
    public string? Service { get; init; }

    /// <summary>Kind of resource, such as <c>Project</c>, <c>PostgreSQL</c> or <c>Database</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Where the resource stands in its life.</summary>
    public required ResourceState State { get; init; }

    /// <summary>Result of the last health check of its process, unhealthy before the first; null when it has no checks or does not run.</summary>
    public HealthStatus? Health { get; init; }

    /// <summary>Addresses it answers at.</summary>
    public IReadOnlyList<ResourceEndpoint> Endpoints { get; init; } = [];

    /// <summary>Times it was started again after it ended unasked.</summary>
    public int Restarts { get; init; }

    /// <summary>Operating system id of its process; null while it has none.</summary>
    public int? ProcessId { get; init; }

    /// <summary>Exit code of the last process that ended; null when none has.</summary>
    public int? ExitCode { get; init; }

    /// <summary>When the current process started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Where it comes from: a project path, an image, a program, an outside address. Must hold no secret.</summary>
    public string? Source { get; init; }

    /// <summary>Name of the resource this one belongs to, such as the server of a database.</summary>
    public string? Parent { get; init; }
}
