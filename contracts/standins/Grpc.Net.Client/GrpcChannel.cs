using System.Collections.Concurrent;
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
    readonly ConcurrentDictionary<string, Uri> addresses = new(StringComparer.Ordinal);
    readonly Version version;
    long keptForRetry;
    readonly HttpVersionPolicy versionPolicy;

    GrpcChannel(Uri address, GrpcChannelOptions options) : base(address.Authority)
    {
        if (options is { HttpClient: not null, HttpHandler: not null })
            throw new ArgumentException($"{nameof(GrpcChannelOptions.HttpClient)} and {nameof(GrpcChannelOptions.HttpHandler)} have been configured. Only one HTTP caller can be specified.", nameof(options));
        Address = address;
        Options = options;
        IsSecure = address.Scheme == Uri.UriSchemeHttps;
        CheckCredentials(options.Credentials);
        Retries = options.ServiceConfig is { MethodConfigs.Count: > 0 } config ? new RetryPlans(config, options.MaxRetryAttempts) : null;
        Compression = options.CompressionProviders is { } providers ? new CompressionSet(providers) : CompressionSet.Default;
        var loggers = options.LoggerFactory ?? options.ServiceProvider?.GetService(typeof(ILoggerFactory)) as ILoggerFactory;
        Log = (loggers ?? NullLoggerFactory.Instance).CreateLogger("Grpc.Net.Client.Internal.GrpcCall");
        version = options.HttpVersion ?? HttpVersion.Version20;
        versionPolicy = options.HttpVersionPolicy ?? HttpVersionPolicy.RequestVersionExact;
        disposeHttp = options.DisposeHttpClient || options is { HttpClient: null, HttpHandler: null };
        http = options.HttpClient ?? new HttpMessageInvoker(options.HttpHandler ?? NewHandler(), disposeHttp);
    }

    internal Uri Address { get; }

    internal GrpcChannelOptions Options { get; }

    internal bool IsSecure { get; }

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

    /// <summary>Ends the channel; running calls are cancelled.</summary>
    public void Dispose()
    {
        if (closed.IsCancellationRequested)
            return;
        closed.Cancel();
        if (disposeHttp)
            http.Dispose();
    }

    /// <summary>Counts bytes kept for further attempts; false when there are too many. They are counted all the same, until released.</summary>
    internal bool TryKeepForRetry(long added, long ofCall) =>
        !(Interlocked.Add(ref keptForRetry, added) > Options.MaxRetryBufferSize) && !(ofCall > Options.MaxRetryBufferPerCallSize);

    internal void ReleaseForRetry(long size) => Interlocked.Add(ref keptForRetry, -size);

    internal HttpRequestMessage NewRequest(IMethod method, string? host, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, addresses.GetOrAdd(method.FullName, static (name, root) => new Uri(root, name), Address))
        {
            Version = version,
            VersionPolicy = versionPolicy,
            Content = content,
        };
        request.Headers.Host = host;
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

    void CheckCredentials(ChannelCredentials? credentials)
    {
        if (credentials is not null && credentials.IsSecure != IsSecure)
            throw new InvalidOperationException($"Channel is configured with {(credentials.IsSecure ? "secure" : "insecure")} channel credentials and can't use a HttpClient with a '{Address.Scheme}' scheme.");
    }
}
