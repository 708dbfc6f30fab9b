using System.Net;
using System.Net.Http;
using Grpc.Core;
using Grpc.Net.Client.Internal;
using Grpc.Shared;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Grpc.Net.Client;

/// <summary>Connections to one address. Long-lived and safe for concurrent use: one channel serves all clients of an address.</summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    readonly HttpMessageInvoker http;
    readonly bool disposeHttp;
    readonly CancellationTokenSource closed = new();
    readonly Version version;
    long keptForRetry;
    readonly HttpVersionPolicy versionPolicy;

    GrpcChannel(Uri address, GrpcChannelOptions options) : base(address.Authority)
    {
        if (options is { HttpClient: not null, HttpHandler: not null })
            throw new ArgumentException($"{nameof(GrpcChannelOptions.HttpClient)} and {nameof(GrpcChannelOptions.HttpHandler)} have been configured. Only one HTTP caller can be specified.", nameof(options));
        var direct = address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;
        Options = options;
        CheckCredentials(address, direct, options.Credentials);
        IsSecure = direct ? address.Scheme == Uri.UriSchemeHttps : options.Credentials!.IsSecure;
        Address = direct ? address : Named(address, IsSecure);
        Retries = options.ServiceConfig is { MethodConfigs.Count: > 0 } config ? new RetryPlans(config, options.MaxRetryAttempts) : null;
        Compression = options.CompressionProviders is { } providers ? new CompressionSet(providers) : CompressionSet.Default;
        var loggers = options.LoggerFactory ?? options.ServiceProvider?.GetService(typeof(ILoggerFactory)) as ILoggerFactory;
        Log = (loggers ??= NullLoggerFactory.Instance).CreateLogger("Grpc.Net.Client.Internal.GrpcCall");
        version = options.HttpVersion ?? HttpVersion.Version20;
        versionPolicy = options.HttpVersionPolicy ?? HttpVersionPolicy.RequestVersionExact;
        disposeHttp = options.DisposeHttpClient || options is { HttpClient: null, HttpHandler: null };
        var handler = options.HttpHandler ?? (options.HttpClient is null ? NewHandler() : null);
        Connections = Connections.Of(address, IsSecure, ConnectionTable.Of(handler), options, loggers);
        Single = Connections.Single;
        http = options.HttpClient ?? new HttpMessageInvoker(handler!, disposeHttp);
    }

    /// <summary>State of the channel's connections. A channel to one http or https address connects when a call needs it, without a pause after a failure.</summary>
    /// <exception cref="InvalidOperationException">The connections are not the channel's own: an <see cref="GrpcChannelOptions.HttpClient"/>, another handler or a connect callback opens them.</exception>
    public ConnectivityState State => Connections.State;

    /// <summary>The address calls name; for a resolver's address that of the host in it.</summary>
    internal Uri Address { get; }

    internal GrpcChannelOptions Options { get; }

    internal bool IsSecure { get; }

    internal Connections Connections { get; }

    /// <summary>Where all calls go, or null when each is sent where <see cref="Connections"/> say.</summary>
    internal Subchannel? Single { get; }

    internal CompressionSet Compression { get; }

    internal ILogger Log { get; }

    internal RetryPlans? Retries { get; }

    internal CancellationToken Closed => closed.Token;

    /// <summary>A channel to an address such as <c>http://localhost:5000</c>; http means HTTP/2 without TLS.</summary>
    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>A channel with settings.</summary>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        return ForAddress(new Uri(address), channelOptions);
    }

    /// <summary>A channel to an address.</summary>
    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>A channel with settings.</summary>
    /// <exception cref="InvalidOperationException">Credentials and scheme contradict each other.</exception>
    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(channelOptions);
        return new GrpcChannel(address, channelOptions);
    }

    /// <inheritdoc />
    public override CallInvoker CreateCallInvoker()
    {
        ObjectDisposedException.ThrowIf(closed.IsCancellationRequested, this);
        return new HttpCallInvoker(this);
    }

    /// <summary>Connects, and tries again until it has or is cancelled.</summary>
    /// <exception cref="InvalidOperationException">As for <see cref="State"/>.</exception>
    public Task ConnectAsync(CancellationToken cancellationToken = default) => Connections.ConnectAsync(cancellationToken);

    /// <summary>Waits until the state is another than the one seen.</summary>
    /// <exception cref="InvalidOperationException">As for <see cref="State"/>.</exception>
    public Task WaitForStateChangedAsync(ConnectivityState lastObservedState, CancellationToken cancellationToken = default) =>
        Connections.WaitForChangeAsync(lastObservedState, cancellationToken);

    /// <summary>Ends the channel; running calls are cancelled.</summary>
    public void Dispose()
    {
        if (closed.IsCancellationRequested)
            return;
        closed.Cancel();
        Connections.Dispose();
        if (disposeHttp)
            http.Dispose();
    }

    /// <summary>Counts bytes kept for further attempts; false when there are too many. They are counted all the same, until released.</summary>
    internal bool TryKeepForRetry(long added, long ofCall) =>
        !(Interlocked.Add(ref keptForRetry, added) > Options.MaxRetryBufferSize) && !(ofCall > Options.MaxRetryBufferPerCallSize);

    internal void ReleaseForRetry(long size) => Interlocked.Add(ref keptForRetry, -size);

    internal HttpRequestMessage NewRequest(IMethod method, Subchannel to, string? host, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, to.UriOf(method))
        {
            Version = version,
            VersionPolicy = versionPolicy,
            Content = content,
        };
        if ((host ?? to.HostOverride) is { } name)
            request.Headers.Host = name;
        return request;
    }

    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => http is HttpClient client
        ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
        : http.SendAsync(request, cancellationToken);

    /// <inheritdoc />
    protected override Task ShutdownAsyncCore()
    {
        Dispose();
        return Task.CompletedTask;
    }

    static SocketsHttpHandler NewHandler() => new()
    {
        EnableMultipleHttp2Connections = true,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
    };

    static Uri Named(Uri address, bool secure) =>
        Uri.TryCreate($"{(secure ? Uri.UriSchemeHttps : Uri.UriSchemeHttp)}://{address.AbsolutePath.TrimStart('/')}", UriKind.Absolute, out var named) ? named : new Uri("http://localhost");

    static void CheckCredentials(Uri address, bool direct, ChannelCredentials? credentials)
    {
        if (credentials is null && !direct)
            throw new InvalidOperationException($"Unable to determine the TLS configuration of the channel from address '{address}'. GrpcChannelOptions.Credentials must be specified when the address doesn't have a 'http' or 'https' scheme. To call TLS endpoints, set credentials to 'ChannelCredentials.SecureSsl'. To call non-TLS endpoints, set credentials to 'ChannelCredentials.Insecure'.");
        if (credentials is not null && direct && credentials.IsSecure != (address.Scheme == Uri.UriSchemeHttps))
            throw new InvalidOperationException($"Channel is configured with {(credentials.IsSecure ? "secure" : "insecure")} channel credentials and can't use a HttpClient with a '{address.Scheme}' scheme.");
    }
}
