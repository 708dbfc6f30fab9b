using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Shared;

namespace Grpc.Net.Client.Internal;

/// <summary>Writes the headers of a call.</summary>
static class RequestHead
{
    static readonly MediaTypeHeaderValue Grpc = new(ProtocolHeaders.ContentType);
    static readonly string UserAgent = $"grpc-dotnet/2.71.0 ({RuntimeInformation.FrameworkDescription})";

    internal static void Write(
        HttpRequestMessage request, Metadata? headers, Metadata credentials, DateTime deadline, ICompressionProvider? compression, CompressionSet accepted, int failedAttempts)
    {
        request.Content!.Headers.ContentType = Grpc;
        Add(request, "te", "trailers");
        if (headers?.Get("user-agent") is null)
            Add(request, "user-agent", UserAgent);
        Add(request, ProtocolHeaders.AcceptEncoding, accepted.AcceptEncoding);
        if (compression is not null)
            Add(request, ProtocolHeaders.Encoding, compression.EncodingName);
        if (deadline != DateTime.MaxValue)
            Add(request, ProtocolHeaders.Timeout, TimeoutText.Encode(deadline - DateTime.UtcNow));
        if (failedAttempts > 0)
            Add(request, Retry.AttemptsHeader, failedAttempts.ToString(CultureInfo.InvariantCulture));
        Add(request, headers);
        Add(request, credentials);
    }

    static void Add(HttpRequestMessage request, Metadata? metadata)
    {
        foreach (var entry in metadata ?? Metadata.Empty)
        {
            if (entry.Key != ProtocolHeaders.InternalEncodingRequest)
                Add(request, entry.Key, MetadataText.Encode(entry));
        }
    }

    static void Add(HttpRequestMessage request, string name, string value) => request.Headers.TryAddWithoutValidation(name, value);
}
