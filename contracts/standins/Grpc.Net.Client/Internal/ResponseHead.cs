using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Shared;

namespace Grpc.Net.Client.Internal;

/// <summary>Reads status and metadata out of HTTP headers.</summary>
static class ResponseHead
{
    /// <summary>Status that ends the call before any message, or null.</summary>
    internal static Status? EarlyStatus(HttpResponseMessage response)
    {
        if (StatusIn(response.Headers) is { } status)
            return status;
        if (response.StatusCode != HttpStatusCode.OK)
            return HttpFailure.StatusOf(response.StatusCode);
        var contentType = response.Content.Headers.NonValidated.TryGetValues("content-type", out var values) ? values.ToString() : null;
        return ProtocolHeaders.IsGrpc(contentType)
            ? null
            : new Status(StatusCode.Cancelled, $"Bad gRPC response. Invalid content-type value: {contentType}");
    }

    /// <summary>Status in headers or trailers, or null.</summary>
    internal static Status? StatusIn(HttpResponseHeaders headers)
    {
        if (Value(headers, ProtocolHeaders.Status) is not { } text)
            return null;
        var code = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= (int)StatusCode.Unauthenticated
            ? (StatusCode)number
            : StatusCode.Unknown;
        return new Status(code, PercentText.Decode(Value(headers, ProtocolHeaders.Message) ?? ""));
    }

    internal static string? Value(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    /// <summary>Whether reading the metadata may fail.</summary>
    internal static bool HasBinary(HttpResponseHeaders headers)
    {
        foreach (var (name, _) in headers.NonValidated)
        {
            if (name.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    internal static Metadata MetadataOf(HttpResponseHeaders headers, int failedAttempts = 0)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers.NonValidated)
        {
            if (!ProtocolHeaders.IsMetadata(name))
                continue;
            foreach (var value in values)
                Add(metadata, name, value);
        }
        if (failedAttempts > 0)
            metadata.Add(Retry.AttemptsHeader, failedAttempts.ToString(CultureInfo.InvariantCulture));
        return metadata;
    }

    static void Add(Metadata metadata, string name, string value)
    {
        try
        {
            MetadataText.Add(metadata, name, value);
        }
        catch (FormatException exception)
        {
            throw new RpcException(new Status(StatusCode.Internal, $"Header '{name}' is not Base64.", exception));
        }
    }
}
