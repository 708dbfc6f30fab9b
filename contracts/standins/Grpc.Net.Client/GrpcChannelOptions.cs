using System.Net.Http;
using Grpc.Core;
using Grpc.Net.Client.Configuration;
using Grpc.Net.Compression;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client;

/// <summary>Settings of a channel.</summary>
public sealed class GrpcChannelOptions
{
    /// <summary>Credentials; by default TLS for https and none for http.</summary>
    public ChannelCredentials? Credentials { get; set; }

    /// <summary>Most bytes of a message that is sent; null, the default, for no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>Most bytes of a message that is received, after decompression: 4 MB by default, null for no limit.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>Most attempts of a call, whatever its policy says: 5 by default, null for no limit.</summary>
    public int? MaxRetryAttempts { get; set; } = 5;

    /// <summary>Most bytes kept for further attempts of all calls; a call that would exceed them is not retried. 16 MB by default, null for no limit.</summary>
    public long? MaxRetryBufferSize { get; set; } = 16 * 1024 * 1024;

    /// <summary>Most bytes kept for further attempts of one call; a call that exceeds them is not retried. 1 MB by default, null for no limit.</summary>
    public long? MaxRetryBufferPerCallSize { get; set; } = 1024 * 1024;

    /// <summary>Encodings that are known; gzip and deflate when null.</summary>
    public IList<ICompressionProvider>? CompressionProviders { get; set; }

    /// <summary>Makes the channel's logs; the one of <see cref="ServiceProvider"/> when null.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Sends the requests, instead of <see cref="HttpHandler"/>.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>Sends the requests; a <see cref="SocketsHttpHandler"/> of the channel's own when null.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Whether the channel disposes the handler or client that it was given.</summary>
    public bool DisposeHttpClient { get; set; }

    /// <summary>Whether a cancelled call throws <see cref="OperationCanceledException"/> instead of <see cref="RpcException"/>.</summary>
    public bool ThrowOperationCanceledOnCancellation { get; set; }

    /// <summary>Whether call credentials are sent over cleartext too. Only inside a network that is trusted.</summary>
    public bool UnsafeUseInsecureChannelCallCredentials { get; set; }

    /// <summary>How methods are retried and calls are spread over addresses.</summary>
    public ServiceConfig? ServiceConfig { get; set; }

    /// <summary>Longest pause between two tries to connect to an address of a resolver: 120 seconds by default, null for no limit.</summary>
    /// <exception cref="ArgumentException">It is not greater than zero.</exception>
    public TimeSpan? MaxReconnectBackoff
    {
        get;
        set => field = value is null || value > TimeSpan.Zero ? value : throw new ArgumentException("Value must be greater than zero.");
    } = TimeSpan.FromSeconds(120);

    /// <summary>First pause between two tries to connect to an address of a resolver: one second by default. It grows by 1.6, with 20 % jitter.</summary>
    /// <exception cref="ArgumentException">It is not greater than zero.</exception>
    public TimeSpan InitialReconnectBackoff
    {
        get;
        set => field = value > TimeSpan.Zero ? value : throw new ArgumentException("Value must be greater than zero.");
    } = TimeSpan.FromSeconds(1);

    /// <summary>Where the channel finds services: the logger factory, and resolver factories.</summary>
    public IServiceProvider? ServiceProvider { get; set; }

    /// <summary>HTTP version of requests: 2.0 by default.</summary>
    public Version? HttpVersion { get; set; }

    /// <summary>Policy for <see cref="HttpVersion"/>: exactly that version by default.</summary>
    public HttpVersionPolicy? HttpVersionPolicy { get; set; }
}
