using System.IO.Compression;
using Grpc.Net.Compression;
using Grpc.Shared;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Settings that hold for the methods of one service.</summary>
sealed class MethodOptions
{
    MethodOptions(GrpcServiceOptions all, GrpcServiceOptions one)
    {
        MaxSend = one.MaxSendMessageSizeSpecified ? one.MaxSendMessageSize : all.MaxSendMessageSize;
        MaxReceive = one.MaxReceiveMessageSizeSpecified ? one.MaxReceiveMessageSize : all.MaxReceiveMessageSize;
        DetailedErrors = one.EnableDetailedErrors ?? all.EnableDetailedErrors ?? false;
        Compression = new CompressionSet([.. one.KnownCompression, .. all.KnownCompression]);
        ResponseLevel = one.ResponseCompressionLevel ?? all.ResponseCompressionLevel;
        if ((one.ResponseCompressionAlgorithm ?? all.ResponseCompressionAlgorithm) is { } algorithm)
            ResponseCompression = Compression.Find(algorithm)
                ?? throw new InvalidOperationException($"The configured response compression algorithm '{algorithm}' does not have a matching compression provider.");
        Interceptors = [.. all.Interceptors, .. one.Interceptors];
    }

    internal int? MaxSend { get; }

    internal int? MaxReceive { get; }

    internal bool DetailedErrors { get; }

    internal CompressionSet Compression { get; }

    internal ICompressionProvider? ResponseCompression { get; }

    internal CompressionLevel? ResponseLevel { get; }

    internal IReadOnlyList<InterceptorRegistration> Interceptors { get; }

    internal static MethodOptions Create<TService>(IOptions<GrpcServiceOptions> all, IOptions<GrpcServiceOptions<TService>> one)
        where TService : class => new(all.Value, one.Value);
}
