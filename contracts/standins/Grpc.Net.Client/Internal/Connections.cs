using Grpc.Core;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client.Internal;

/// <summary>Where a channel sends its calls: addresses of a resolver, picked by a policy, or the one address of the channel itself.</summary>
sealed class Connections : IDisposable
{
    readonly ConnectionTable? table;
    Resolver? resolver;
    readonly string scheme;
    Subchannel[] subchannels = [];
    Status? resolverFailure;
    bool started;
    bool disposed;
    uint next;
    Picks picks = new([], default, ConnectivityState.Idle);

    Connections(ConnectionTable? table, string scheme, GrpcChannelOptions options, ILogger log) =>
        (this.table, this.scheme, Options, Log) = (table, scheme, options, log);

    internal Lock Gate { get; } = new();

    internal GrpcChannelOptions Options { get; }

    internal ILogger Log { get; }

    /// <summary>The one address to which all calls go without being picked; null when there is a resolver.</summary>
    internal Subchannel? Single { get; private set; }

    internal bool IsBalanced => Single is null;

    internal bool IsRoundRobin { get; private init; }

    /// <summary>The connections of a channel: http and https addresses are their own, others are for a resolver.</summary>
    /// <exception cref="InvalidOperationException">No resolver knows the scheme, no policy is known, or someone else opens the connections.</exception>
    internal static Connections Of(Uri address, bool secure, ConnectionTable? table, GrpcChannelOptions options, ILoggerFactory loggers)
    {
        var log = loggers.CreateLogger("Grpc.Net.Client.Balancer");
        var roundRobin = IsRoundRobinIn(options.ServiceConfig);
        var scheme = secure ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
        var direct = address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;
        if (table is null && !(direct && options.ServiceConfig?.LoadBalancingConfigs is not { Count: > 0 }))
            throw NotSupported();
        if (direct)
        {
            var single = new Connections(table, scheme, options, log);
            single.Single = new Subchannel(single, table, scheme, [new BalancerAddress(address.IdnHost, address.Port)]);
            single.subchannels = [single.Single];
            return single;
        }
        var factories = options.ServiceProvider?.GetService(typeof(IEnumerable<ResolverFactory>)) as IEnumerable<ResolverFactory> ?? [];
        var factory = factories.Append(new DnsResolverFactory(Timeout.InfiniteTimeSpan)).FirstOrDefault(one => string.Equals(one.Name, address.Scheme, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"No address resolver configured for the scheme '{address.Scheme}'.");
        return new Connections(table, scheme, options, log)
        {
            IsRoundRobin = roundRobin,
            resolver = factory.Create(new ResolverOptions(address, secure ? 443 : 80, loggers, options)),
        };
    }

    /// <exception cref="InvalidOperationException">Someone else opens the connections.</exception>
    internal ConnectivityState State
    {
        get
        {
            RequireTable();
            return Volatile.Read(ref picks).State;
        }
    }

    internal async Task WaitForChangeAsync(ConnectivityState seen, CancellationToken cancellationToken)
    {
        RequireTable();
        while (Volatile.Read(ref picks) is var now && now.State == seen)
            await now.Replaced.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    internal async Task ConnectAsync(CancellationToken cancellationToken)
    {
        RequireTable();
        Start();
        while (Volatile.Read(ref picks) is var now && now.State != ConnectivityState.Ready)
        {
            ObjectDisposedException.ThrowIf(now.State == ConnectivityState.Shutdown, this);
            WakeUp();
            await now.Replaced.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Where the next call goes.</summary>
    /// <exception cref="RpcException">No address can be reached, and the call does not wait until one can.</exception>
    internal ValueTask<Subchannel> PickAsync(bool waitForReady, CancellationToken cancellationToken)
    {
        var ready = Volatile.Read(ref picks).Ready;
        return ready.Length > 0 ? new(ready[Interlocked.Increment(ref next) % (uint)ready.Length]) : PickWhenReadyAsync(waitForReady, cancellationToken);
    }

    /// <summary>Connections failed: there may be other addresses by now.</summary>
    internal void Trouble()
    {
        if (resolver is not null && started && !disposed)
            Detach(Refresh);
    }

    /// <summary>Runs in the background, and outside the context of the call that happens to be the cause.</summary>
    internal static void Detach(Action work) => ThreadPool.UnsafeQueueUserWorkItem(static work => work(), work, preferLocal: false);

    /// <summary>Looks at the states anew; under the gate.</summary>
    internal void Update()
    {
        var ready = subchannels.Where(one => one.State == ConnectivityState.Ready).ToArray();
        var state = disposed ? ConnectivityState.Shutdown : ready.Length > 0 ? ConnectivityState.Ready : Unready();
        var failure = subchannels.LastOrDefault(one => one.State == ConnectivityState.TransientFailure)?.Failure ?? resolverFailure ?? default;
        var before = picks;
        Volatile.Write(ref picks, new Picks(ready, failure, state));
        before.Replaced.TrySetResult();
    }

    public void Dispose()
    {
        Subchannel[] last;
        lock (Gate)
        {
            disposed = true;
            last = subchannels;
            subchannels = [];
            Update();
        }
        resolver?.Dispose();
        foreach (var subchannel in last)
            subchannel.Dispose();
    }

    ConnectivityState Unready()
    {
        if (subchannels.Length == 0)
            return resolverFailure is not null ? ConnectivityState.TransientFailure : started ? ConnectivityState.Connecting : ConnectivityState.Idle;
        if (!IsRoundRobin)
            return subchannels[0].State;
        return subchannels.All(one => one.State == ConnectivityState.TransientFailure) ? ConnectivityState.TransientFailure : ConnectivityState.Connecting;
    }

    async ValueTask<Subchannel> PickWhenReadyAsync(bool waitForReady, CancellationToken cancellationToken)
    {
        Start();
        while (true)
        {
            var now = Volatile.Read(ref picks);
            if (now.Ready.Length > 0)
                return now.Ready[Interlocked.Increment(ref next) % (uint)now.Ready.Length];
            if (now.State == ConnectivityState.TransientFailure && !waitForReady)
                throw new RpcException(now.Failure);
            cancellationToken.ThrowIfCancellationRequested();
            WakeUp();
            await now.Replaced.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    void Start()
    {
        lock (Gate)
        {
            if (started || disposed)
                return;
            started = true;
            Update();
        }
        if (resolver is not null)
            Detach(StartResolver);
    }

    void StartResolver()
    {
        try
        {
            resolver!.Start(Resolved);
            resolver.Refresh();
        }
        catch (Exception exception)
        {
            Log.ResolvingFailed(resolver!.GetType(), exception);
            Resolved(ResolverResult.ForFailure(new Status(StatusCode.Unavailable, $"Error starting resolver. {exception.Message}", exception)));
        }
    }

    /// <summary>Connects what is idle.</summary>
    void WakeUp()
    {
        foreach (var subchannel in Volatile.Read(ref subchannels))
            subchannel.Connect();
    }

    void Refresh()
    {
        try
        {
            resolver!.Refresh();
        }
        catch (ObjectDisposedException) when (disposed)
        {
            // The channel was disposed meanwhile: nobody waits for the answer.
        }
        catch (Exception exception)
        {
            Log.ResolvingFailed(resolver!.GetType(), exception);
        }
    }

    void Resolved(ResolverResult result)
    {
        Subchannel[] gone;
        Subchannel[] come;
        lock (Gate)
        {
            if (disposed)
                return;
            resolverFailure = result.Status.StatusCode != StatusCode.OK ? result.Status
                : result.Addresses is not { Count: > 0 } ? new Status(StatusCode.Unavailable, "Resolver returned no addresses.")
                : null;
            var before = subchannels;
            // A name server that does not answer takes no address away.
            if (result.Status.StatusCode == StatusCode.OK)
                subchannels = IsRoundRobin ? OneEach(result.Addresses ?? []) : OneForAll(result.Addresses ?? []);
            gone = [.. before.Except(subchannels)];
            come = [.. subchannels.Except(before)];
            Update();
        }
        foreach (var subchannel in gone)
            subchannel.Dispose();
        // One that is idle stays so until a call wants it.
        foreach (var subchannel in come)
            subchannel.Connect();
    }

    Subchannel[] OneEach(IReadOnlyList<BalancerAddress> addresses) =>
        [.. addresses.DistinctBy(address => address.ToString()).Select(address => subchannels.FirstOrDefault(one => one.CurrentKey == address.ToString()) ?? New([address]))];

    Subchannel[] OneForAll(IReadOnlyList<BalancerAddress> addresses)
    {
        if (addresses.Count == 0)
            return [];
        var present = subchannels.FirstOrDefault();
        var same = present is not null && (present.State == ConnectivityState.Ready
            ? addresses.Any(address => address.ToString() == present.CurrentKey)
            : present.Keys.SequenceEqual(addresses.Select(address => address.ToString())));
        return same ? [present!] : [New(addresses)];
    }

    Subchannel New(IReadOnlyList<BalancerAddress> addresses) => new(this, table, scheme, addresses);

    static bool IsRoundRobinIn(ServiceConfig? config)
    {
        var names = config?.LoadBalancingConfigs.Select(one => one.PolicyName).ToArray() ?? [];
        var known = names.FirstOrDefault(name => name is LoadBalancingConfig.PickFirstPolicyName or LoadBalancingConfig.RoundRobinPolicyName);
        return names.Length == 0 || known is not null
            ? known == LoadBalancingConfig.RoundRobinPolicyName
            : throw new InvalidOperationException($"No load balancer configured for {string.Join(", ", names)}.");
    }

    void RequireTable()
    {
        if (table is null)
            throw NotSupported();
    }

    internal static InvalidOperationException NotSupported() => new(
        "Channel is configured with an HTTP transport doesn't support client-side load balancing or connectivity state tracking. The underlying HTTP transport must be a SocketsHttpHandler with no SocketsHttpHandler.ConnectCallback configured. The HTTP transport must be configured on the channel using GrpcChannelOptions.HttpHandler.");

    sealed record Picks(Subchannel[] Ready, Status Failure, ConnectivityState State)
    {
        internal TaskCompletionSource Replaced { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
