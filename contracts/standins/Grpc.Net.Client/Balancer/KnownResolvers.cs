using System.Net;
using Grpc.Core;
using Grpc.Net.Client.Internal;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client.Balancer;

/// <summary>Scheme <c>static</c>: addresses that never change.</summary>
public sealed class StaticResolverFactory : ResolverFactory
{
    readonly Func<Uri, IEnumerable<BalancerAddress>> addressesCallback;

    /// <summary>Makes a factory.</summary>
    /// <param name="addressesCallback">Gives the addresses for a channel's address.</param>
    public StaticResolverFactory(Func<Uri, IEnumerable<BalancerAddress>> addressesCallback) => this.addressesCallback = addressesCallback;

    /// <inheritdoc />
    public override string Name => "static";

    /// <inheritdoc />
    public override Resolver Create(ResolverOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new StaticResolver([.. addressesCallback(options.Address)]);
    }

    sealed class StaticResolver(BalancerAddress[] addresses) : Resolver
    {
        public override void Start(Action<ResolverResult> listener) => listener(ResolverResult.ForResult(addresses));
    }
}

/// <summary>Scheme <c>dns</c>, as in <c>dns:///host:port</c>: the addresses that the name server gives for the host.</summary>
public sealed class DnsResolverFactory : ResolverFactory
{
    readonly TimeSpan refreshInterval;

    /// <summary>Makes a factory.</summary>
    /// <param name="refreshInterval">How often the name server is asked; <see cref="Timeout.InfiniteTimeSpan"/>: only at first and when connections are lost.</param>
    public DnsResolverFactory(TimeSpan refreshInterval) => this.refreshInterval = refreshInterval;

    /// <inheritdoc />
    public override string Name => "dns";

    /// <inheritdoc />
    public override Resolver Create(ResolverOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new DnsResolver(options, refreshInterval)
        {
            Pause = failures => Backoff.Reconnect(options.ChannelOptions, failures),
        };
    }

    sealed class DnsResolver : PollingResolver
    {
        // Lost connections of many calls must not become as many questions.
        static readonly TimeSpan LeastInterval = TimeSpan.FromSeconds(15);

        readonly TimeSpan refreshInterval;
        readonly ILogger log;
        readonly string host;
        readonly int port;
        Timer? timer;
        long? answered;

        internal DnsResolver(ResolverOptions options, TimeSpan refreshInterval) : base(options.LoggerFactory)
        {
            this.refreshInterval = refreshInterval;
            log = options.LoggerFactory.CreateLogger<DnsResolver>();
            var target = options.Address.AbsolutePath.TrimStart('/');
            if (target.Length == 0 || !Uri.TryCreate($"dns://{target}", UriKind.Absolute, out var parsed))
                throw new InvalidOperationException($"Resolver address '{options.Address}' is not valid. Please use dns:/// for DNS provider.");
            host = parsed.IdnHost;
            port = parsed.Port == -1 ? options.DefaultPort : parsed.Port;
        }

        protected override void OnStarted()
        {
            if (refreshInterval != Timeout.InfiniteTimeSpan)
                timer = new Timer(static resolver => ((DnsResolver)resolver!).RefreshUnlessDisposed(), this, refreshInterval, refreshInterval);
        }

        protected override async Task ResolveAsync(CancellationToken cancellationToken)
        {
            if (answered is { } last && Environment.TickCount64 - last is var ago && ago < LeastInterval.TotalMilliseconds)
                await Task.Delay(LeastInterval - TimeSpan.FromMilliseconds(ago), cancellationToken).ConfigureAwait(false);
            var asked = Environment.TickCount64;
            IPAddress[] addresses;
            try
            {
                addresses = await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.ResolvingFailed(GetType(), exception);
                Listener(ResolverResult.ForFailure(new Status(StatusCode.Unavailable, $"Error getting DNS hosts for address '{host}'. {exception.Message}", exception)));
                return;
            }
            answered = asked;
            Listener(ResolverResult.ForResult([.. addresses.Select(address => new BalancerAddress(address.ToString(), port) { HostOverride = $"{host}:{port}" })]));
        }

        protected override void Dispose(bool disposing)
        {
            timer?.Dispose();
            base.Dispose(disposing);
        }
    }
}
