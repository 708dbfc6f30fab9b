using System.Collections;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Which health checks stand for which service.</summary>
public sealed class GrpcHealthChecksOptions
{
    /// <summary>Service names with their checks.</summary>
    public ServiceMappingCollection Services { get; } = [];

    /// <summary>Whether <c>Check</c> gives the last published result instead of running the checks.</summary>
    public bool UseHealthChecksCache { get; set; }

    /// <summary>Whether <c>Watch</c> goes on when the application stops; by default it ends then, so that it does not hold the server up.</summary>
    public bool SuppressCompletionOnShutdown { get; set; }
}

/// <summary>Service names with their checks.</summary>
public sealed class ServiceMappingCollection : ICollection<ServiceMapping>
{
    readonly List<ServiceMapping> mappings = [];

    /// <inheritdoc />
    public int Count => mappings.Count;

    bool ICollection<ServiceMapping>.IsReadOnly => false;

    /// <summary>Lets the checks that <paramref name="predicate"/> picks stand for a service; replaces an earlier mapping of it.</summary>
    public void Map(string name, Func<HealthCheckMapContext, bool> predicate)
    {
        mappings.RemoveAll(mapping => mapping.Name == name);
        Add(new ServiceMapping(name, predicate));
    }

    /// <inheritdoc />
    public void Add(ServiceMapping item)
    {
        ArgumentNullException.ThrowIfNull(item);
        mappings.Add(item);
    }

    /// <inheritdoc />
    public void Clear() => mappings.Clear();

    /// <inheritdoc />
    public bool Contains(ServiceMapping item) => mappings.Contains(item);

    /// <inheritdoc />
    public void CopyTo(ServiceMapping[] array, int arrayIndex) => mappings.CopyTo(array, arrayIndex);

    /// <inheritdoc />
    public bool Remove(ServiceMapping item) => mappings.Remove(item);

    /// <inheritdoc />
    public IEnumerator<ServiceMapping> GetEnumerator() => mappings.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => mappings.GetEnumerator();
}

/// <summary>The checks of one service.</summary>
public sealed class ServiceMapping
{
    /// <summary>Makes a mapping.</summary>
    public ServiceMapping(string name, Func<HealthCheckMapContext, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(predicate);
        Name = name;
        HealthCheckPredicate = predicate;
    }

    /// <summary>Full name of the service; empty for the server as a whole.</summary>
    public string Name { get; }

    /// <summary>Picks the checks.</summary>
    public Func<HealthCheckMapContext, bool>? HealthCheckPredicate { get; }
}

/// <summary>A health check that may stand for a service.</summary>
public sealed class HealthCheckMapContext
{
    /// <summary>Makes a context.</summary>
    public HealthCheckMapContext(string name, IEnumerable<string> tags)
    {
        Name = name;
        Tags = tags;
    }

    /// <summary>Name of the check.</summary>
    public string Name { get; }

    /// <summary>Its tags.</summary>
    public IEnumerable<string> Tags { get; }
}
