using Aspire.Dashboard.Store;

namespace Aspire.Dashboard.Resources;

/// <summary>What the host tells the dashboard: the present state of every resource and the lines it wrote. Safe for use from any thread.</summary>
/// <param name="linesPerResource">Console lines kept of each resource; the oldest give way.</param>
public sealed class ResourceBoard(int linesPerResource = 5_000)
{
    readonly Lock _gate = new();
    readonly List<ResourceSnapshot> _resources = [];
    readonly Dictionary<string, ConsoleLog> _consoles = new(StringComparer.Ordinal);

    /// <summary>The latest snapshot of every resource, in the order they were first published.</summary>
    public IReadOnlyList<ResourceSnapshot> Resources
    {
        get
        {
            lock (_gate)
                return [.. _resources];
        }
    }

    internal ChangeSignal Changes { get; } = new();

    /// <summary>Adds a resource, or replaces the snapshot of the same name.</summary>
    /// <param name="snapshot">The present state.</param>
    public void Publish(ResourceSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        lock (_gate)
        {
            var index = _resources.FindIndex(r => r.Name == snapshot.Name);
            if (index < 0)
                _resources.Add(snapshot);
            else
                _resources[index] = snapshot;
        }
        Changes.Raise();
    }

    /// <summary>Appends a line to the console of a resource. The resource need not have been published yet.</summary>
    /// <param name="resource">Name of the resource.</param>
    /// <param name="line">The line.</param>
    public void Append(string resource, ConsoleLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        ConsoleLog console;
        lock (_gate)
            console = ConsoleOf(resource);
        console.Append(line);
    }

    /// <summary>The console of a resource the host has named; null for any other name.</summary>
    internal ConsoleLog? FindConsole(string resource)
    {
        lock (_gate)
            return _consoles.ContainsKey(resource) || _resources.Exists(r => r.Name == resource) ? ConsoleOf(resource) : null;
    }

    ConsoleLog ConsoleOf(string resource)
    {
        if (!_consoles.TryGetValue(resource, out var console))
            _consoles[resource] = console = new ConsoleLog(linesPerResource);
        return console;
    }
}
