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

/// <summary>A fact about a resource.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The value.</param>
public sealed record ResourcePropertySnapshot(string Name, object? Value);

/// <summary>Where a resource stands.</summary>
/// <param name="Text">One of <see cref="KnownResourceStates"/>, or other text.</param>
/// <param name="Style">How to show it.</param>
public sealed record ResourceStateSnapshot(string Text, string? Style)
{
    /// <summary>A state without style.</summary>
    /// <param name="s">The text.</param>
    public static implicit operator ResourceStateSnapshot?(string? s) => s is null ? null : new(s, Style: null);
}

/// <summary>The states a resource passes through.</summary>
public static class KnownResourceStates
{
    /// <summary>Known, not started.</summary>
    public static readonly string NotStarted = nameof(NotStarted);

    /// <summary>Waits for other resources.</summary>
    public static readonly string Waiting = nameof(Waiting);

    /// <summary>Being started.</summary>
    public static readonly string Starting = nameof(Starting);

    /// <summary>Runs.</summary>
    public static readonly string Running = nameof(Running);

    /// <summary>Could not be started.</summary>
    public static readonly string FailedToStart = nameof(FailedToStart);

    /// <summary>Being stopped.</summary>
    public static readonly string Stopping = nameof(Stopping);

    /// <summary>Ended unasked.</summary>
    public static readonly string Exited = nameof(Exited);

    /// <summary>Ended as it should.</summary>
    public static readonly string Finished = nameof(Finished);
}

/// <summary>A change of a resource.</summary>
/// <param name="resource">The resource.</param>
/// <param name="resourceId">The id of the running instance.</param>
/// <param name="snapshot">What is known after the change.</param>
public class ResourceEvent(IResource resource, string resourceId, CustomResourceSnapshot snapshot)
{
    /// <summary>The resource.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>The id of the running instance.</summary>
    public string ResourceId { get; } = resourceId;

    /// <summary>What is known after the change.</summary>
    public CustomResourceSnapshot Snapshot { get; } = snapshot;
}
