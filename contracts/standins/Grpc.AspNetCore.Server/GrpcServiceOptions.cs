using System.IO.Compression;
using Grpc.Net.Compression;

namespace Grpc.AspNetCore.Server;

/// <summary>Settings of all services.</summary>
public class GrpcServiceOptions
{
    internal const int DefaultReceiveMaxMessageSize = 4 * 1024 * 1024;

    IList<ICompressionProvider>? compressionProviders;
    int? maxReceiveMessageSize;
    int? maxSendMessageSize;

    /// <summary>Most bytes of a message that is sent; null, the default, for no limit.</summary>
    public int? MaxSendMessageSize
    {
        get => maxSendMessageSize;
        set
        {
            maxSendMessageSize = value;
            MaxSendMessageSizeSpecified = true;
        }
    }

    /// <summary>Most bytes of a message that is received, after decompression: 4 MB by default, null for no limit.</summary>
    public int? MaxReceiveMessageSize
    {
        get => maxReceiveMessageSize;
        set
        {
            maxReceiveMessageSize = value;
            MaxReceiveMessageSizeSpecified = true;
        }
    }

    /// <summary>Whether callers see the type and message of an exception that a service throws. Not in production.</summary>
    public bool? EnableDetailedErrors { get; set; }

    /// <summary>Encoding of responses, such as <c>gzip</c>, where the caller accepts it; none by default.</summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>How hard responses are compressed.</summary>
    public CompressionLevel? ResponseCompressionLevel { get; set; }

    /// <summary>Encodings that are known; gzip and deflate by default.</summary>
    public IList<ICompressionProvider> CompressionProviders
    {
        get => compressionProviders ??= [];
        set => compressionProviders = value;
    }

    /// <summary>Interceptors, the first outermost.</summary>
    public InterceptorCollection Interceptors { get; } = [];

    /// <summary>Whether calls of unknown services and methods fall through to other endpoints instead of ending as unimplemented.</summary>
    public bool? IgnoreUnknownServices { get; set; }

    internal bool MaxSendMessageSizeSpecified { get; private set; }

    internal bool MaxReceiveMessageSizeSpecified { get; private set; }

    internal IEnumerable<ICompressionProvider> KnownCompression => compressionProviders ?? [];
}

/// <summary>Settings of one service; what is not set here comes from <see cref="GrpcServiceOptions"/>.</summary>
/// <typeparam name="TService">The service.</typeparam>
public class GrpcServiceOptions<TService> : GrpcServiceOptions
    where TService : class
{
}
