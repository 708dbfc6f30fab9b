using System.Collections.Concurrent;
using System.Net.Http;
using Grpc.Core;
using Grpc.Net.Client.Balancer;

namespace Grpc.Net.Client.Internal;

/// <summary>Connections to one of some addresses: the first that can be reached. Keeps trying, with pauses that grow, unless a call alone is to connect.</summary>
sealed class Subchannel : IDisposable
{
    static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(20);

    readonly Connections owner;
    readonly CancellationTokenSource disposed = new();
    readonly Target[] targets;
    Target current;
    ConnectionTable.Connection? spare;
    bool connecting;
    int failures;
    long readySince;

    internal Subchannel(Connections owner, ConnectionTable? table, string scheme, IReadOnlyList<BalancerAddress> addresses)
    {
        this.owner = owner;
        targets = [.. addresses.Select(address => new Target(address, scheme, table, this))];
        current = targets[0];
    }

    internal ConnectivityState State { get; private set; }

    /// <summary>Why the last try failed.</summary>
    internal Status Failure { get; private set; }

    internal IEnumerable<string> Keys => targets.Select(target => target.Key);

    internal string CurrentKey => current.Key;

    internal Uri UriOf(IMethod method) => current.UriOf(method);

    internal string? HostOverride => current.HostOverride;

    /// <summary>Connects, unless it is connected or about to be.</summary>
    internal void Connect(bool now = true)
    {
        lock (owner.Gate)
        {
            if (connecting || State is ConnectivityState.Ready or ConnectivityState.Shutdown)
                return;
            connecting = true;
            if (State == ConnectivityState.Idle)
                Enter(ConnectivityState.Connecting);
        }
        Connections.Detach(() => _ = ConnectAsync(now));
    }

    internal Stream? TakeSpare(ConnectionTable.Endpoint endpoint)
    {
        lock (owner.Gate)
        {
            if (spare is null || current.Endpoint != endpoint)
                return null;
            var taken = spare;
            spare = null;
            return taken;
        }
    }

    internal void Opened(ConnectionTable.Endpoint endpoint)
    {
        lock (owner.Gate)
        {
            if (State is ConnectivityState.Ready or ConnectivityState.Shutdown)
                return;
            current = targets.First(target => target.Endpoint == endpoint);
            readySince = Environment.TickCount64;
            Enter(ConnectivityState.Ready);
        }
    }

    /// <summary>A call could not connect.</summary>
    internal void Refused(Exception exception)
    {
        lock (owner.Gate)
        {
            if (State == ConnectivityState.Shutdown)
                return;
            Failed(exception);
        }
        owner.Trouble();
        if (owner.IsBalanced)
            Connect(now: targets.Length > 1);
    }

    /// <summary>The last connection is closed.</summary>
    internal void Lost(ConnectionTable.Endpoint endpoint)
    {
        bool atOnce;
        lock (owner.Gate)
        {
            if (State != ConnectivityState.Ready || current.Endpoint != endpoint)
                return;
            // A server that takes connections and drops them is not tried in a circle.
            atOnce = Environment.TickCount64 - readySince < owner.Options.InitialReconnectBackoff.TotalMilliseconds;
            if (atOnce && owner.IsBalanced)
            {
                Failed(new IOException("The connection was closed at once."));
            }
            else
            {
                failures = 0;
                Enter(ConnectivityState.Idle);
            }
        }
        owner.Trouble();
        if (owner.IsBalanced && (atOnce || owner.IsRoundRobin))
            Connect(now: !atOnce);
    }

    public void Dispose()
    {
        ConnectionTable.Connection? unused;
        lock (owner.Gate)
        {
            if (State == ConnectivityState.Shutdown)
                return;
            State = ConnectivityState.Shutdown;
            unused = spare;
            spare = null;
        }
        disposed.Cancel();
        foreach (var target in targets)
            target.Endpoint?.Leave(this);
        unused?.Dispose();
    }

    async Task ConnectAsync(bool now)
    {
        var pauseFirst = !now;
        while (true)
        {
            if (pauseFirst)
                await Task.Delay(Backoff.Reconnect(owner.Options, Math.Max(0, failures - 1)), disposed.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pauseFirst = true;
            if (disposed.IsCancellationRequested)
                return;
            foreach (var target in targets)
            {
                if (await TryConnectAsync(target).ConfigureAwait(false) is not { } exception)
                    return;
                lock (owner.Gate)
                {
                    if (State is ConnectivityState.Ready or ConnectivityState.Shutdown)
                    {
                        connecting = false;
                        return;
                    }
                    if (target == targets[^1])
                        Failed(exception);
                }
            }
            owner.Trouble();
        }
    }

    async Task<Exception?> TryConnectAsync(Target target)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(disposed.Token);
        timeout.CancelAfter(ConnectTimeout);
        try
        {
            var connection = await target.Endpoint!.OpenAsync(kept => Keep(target, kept), timeout.Token).ConfigureAwait(false);
            lock (owner.Gate)
                connecting = false;
            if (disposed.IsCancellationRequested)
                await connection.DisposeAsync().ConfigureAwait(false);
            else
                _ = WatchAsync(connection);
            return null;
        }
        catch (Exception exception)
        {
            owner.Log.ConnectingFailed(target.Key, exception);
            return exception;
        }
    }

    // Before calls are sent: they use this connection instead of opening another.
    void Keep(Target target, ConnectionTable.Connection connection)
    {
        lock (owner.Gate)
        {
            current = target;
            spare = connection;
        }
    }

    async Task WatchAsync(ConnectionTable.Connection connection)
    {
        if (!await connection.IsClosedByPeerAsync().ConfigureAwait(false))
            return;
        lock (owner.Gate)
        {
            if (spare != connection)
                return;
            spare = null;
        }
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    void Failed(Exception exception)
    {
        if (State == ConnectivityState.Ready && Environment.TickCount64 - readySince >= owner.Options.InitialReconnectBackoff.TotalMilliseconds)
            failures = 0;
        failures++;
        Failure = new Status(StatusCode.Unavailable, $"Error connecting to {string.Join(", ", Keys)}. {exception.Message}", exception);
        Enter(ConnectivityState.TransientFailure);
    }

    void Enter(ConnectivityState state)
    {
        State = state;
        owner.Update();
    }

    sealed class Target
    {
        readonly Uri root;
        readonly ConcurrentDictionary<string, Uri> addresses = new(StringComparer.Ordinal);

        internal Target(BalancerAddress address, string scheme, ConnectionTable? table, Subchannel user)
        {
            root = new UriBuilder(scheme, address.EndPoint.Host, address.EndPoint.Port).Uri;
            HostOverride = address.HostOverride;
            Key = address.ToString();
            Endpoint = table?.Join(root, user);
        }

        internal string Key { get; }

        internal string? HostOverride { get; }

        internal ConnectionTable.Endpoint? Endpoint { get; }

        internal Uri UriOf(IMethod method) => addresses.TryGetValue(method.FullName, out var known)
            ? known
            : addresses.GetOrAdd(method.FullName, static (name, root) => new Uri(root, name), root);
    }
}
