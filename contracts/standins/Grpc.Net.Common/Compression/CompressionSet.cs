using System.Collections.Frozen;
using System.IO.Compression;
using Grpc.Net.Compression;

namespace Grpc.Shared;

/// <summary>Encodings that one side can read and write.</summary>
sealed class CompressionSet(IEnumerable<ICompressionProvider> providers)
{
    internal const string Identity = "identity";

    readonly FrozenDictionary<string, ICompressionProvider> providers =
        providers.DistinctBy(provider => provider.EncodingName).ToFrozenDictionary(provider => provider.EncodingName, StringComparer.Ordinal);

    internal static CompressionSet Default { get; } = new(DefaultProviders());

    /// <summary>Value of the header <c>grpc-accept-encoding</c>.</summary>
    internal string AcceptEncoding { get; } =
        string.Join(',', providers.Select(provider => provider.EncodingName).Distinct().Prepend(Identity));

    internal static IEnumerable<ICompressionProvider> DefaultProviders() =>
        [new GzipCompressionProvider(CompressionLevel.Fastest), new DeflateCompressionProvider(CompressionLevel.Fastest)];

    internal ICompressionProvider? Find(string? encoding) => encoding is null ? null : providers.GetValueOrDefault(encoding);

    internal static bool IsIdentity(string? encoding) => string.IsNullOrEmpty(encoding) || encoding == Identity;
}
