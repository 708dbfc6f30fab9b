using System.Buffers;
using System.Collections.Frozen;

namespace Grpc.Shared;

/// <summary>Names that the protocol itself uses in headers and trailers.</summary>
static class ProtocolHeaders
{
    internal const string ContentType = "application/grpc";
    internal const string Timeout = "grpc-timeout";
    internal const string Encoding = "grpc-encoding";
    internal const string AcceptEncoding = "grpc-accept-encoding";
    internal const string Status = "grpc-status";
    internal const string Message = "grpc-message";

    /// <summary>Metadata by which user code asks for the encoding of one call; never sent.</summary>
    internal const string InternalEncodingRequest = "grpc-internal-encoding-request";

    static readonly FrozenSet<string> NotMetadata = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, Timeout, Encoding, AcceptEncoding, Status, Message, "content-type", "te", "host", "accept-encoding");

    static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

    internal static bool IsMetadata(string name) =>
        name.Length > 0 && !name.AsSpan().ContainsAnyExcept(NameCharacters) && !NotMetadata.Contains(name);

    internal static bool IsGrpc(string? contentType) =>
        contentType is not null
        && contentType.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase)
        && (contentType.Length == ContentType.Length || contentType[ContentType.Length] is ';' or '+' or ' ');
}
