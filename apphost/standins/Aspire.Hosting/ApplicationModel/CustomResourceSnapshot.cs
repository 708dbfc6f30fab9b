using System.Collections.Immutable;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What is known of a resource at one moment.</summary>
public sealed record CustomResourceSnapshot
{
    /// <summary>The kind of resource.</summary>
    public required string ResourceType { get; init; }

    /// <summary>Further facts.</summary>
    public required ImmutableArray<ResourcePropertySnapshot> Properties { get; init; }

    /// <summary>Where it stands.</summary>
    public ResourceStateSnapshot? State { get; init; }

    /// <summary>Exit code of the last process that ended.</summary>
    public int? ExitCode { get; init; }

    /// <summary>When the current process started.</summary>
    public DateTime? StartTimeStamp { get; init; }

    /// <summary>Result of its health checks; a running resource without checks is healthy, null means not known yet.</summary>
    public HealthStatus? HealthStatus { get; internal init; }
}
