using System.Collections.Concurrent;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Watching;

/// <summary>Wakes those who watch an inbox. All watchers of this process share one listening connection.</summary>
public sealed class InboxSignals
{
    readonly ConcurrentDictionary<Watcher, AgencyId> _watchers = new(ReferenceEqualityComparer.Instance);

    /// <summary>Begins to watch; dispose to end it.</summary>
    public Watcher Watch(AgencyId agency)
    {
        var watcher = new Watcher(this);
        _watchers[watcher] = agency;
        return watcher;
    }

    internal void Wake(string agency)
    {
        foreach (var (watcher, watched) in _watchers)
        {
            if (watched.Value == agency)
                watcher.Signal.Wake();
        }
    }

    internal void WakeAll()
    {
        foreach (var watcher in _watchers.Keys)
            watcher.Signal.Wake();
    }

    /// <summary>One who watches.</summary>
    public sealed class Watcher : IDisposable
    {
        readonly InboxSignals _owner;

        internal Watcher(InboxSignals owner) => _owner = owner;

        internal CommitSignal Signal { get; } = new();

        /// <summary>Returns when the inbox may have grown since the last return, or after <paramref name="atMost"/>.</summary>
        public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => Signal.WaitAsync(atMost, ct);

        /// <inheritdoc />
        public void Dispose()
        {
            _owner._watchers.TryRemove(this, out _);
            Signal.Dispose();
        }
    }
}
