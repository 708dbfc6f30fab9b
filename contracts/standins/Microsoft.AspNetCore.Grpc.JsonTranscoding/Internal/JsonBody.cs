using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Shared;
using Microsoft.AspNetCore.Http;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>Reads JSON bodies.</summary>
static class JsonBody
{
    const int ReadSize = 16 * 1024;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The body as text: one whole JSON value.</summary>
    internal static async ValueTask<string> ReadAsync(HttpRequest request, int? maxBody, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
            throw Refused("Unable to read the request as JSON because the request content type is not a known JSON content type.");
        using var buffer = new PooledBuffer();
        while (await request.Body.ReadAsync(buffer.GetMemory(ReadSize), cancellationToken) is var count and > 0)
        {
            buffer.Advance(count);
            if (buffer.Length > (maxBody ?? int.MaxValue))
                throw MessageErrors.ReceivedTooLarge();
        }
        try
        {
            Check(buffer.Written.Span);
            return Strict.GetString(buffer.Written.Span);
        }
        catch (Exception exception) when (exception is JsonException or DecoderFallbackException)
        {
            throw Malformed(exception);
        }
    }

    internal static IMessage Parse(string json, MessageDescriptor type, TypeRegistry types)
    {
        var parser = new JsonParser(JsonParser.Settings.Default.WithIgnoreUnknownFields(true).WithTypeRegistry(types));
        try
        {
            return parser.Parse(json, type);
        }
        catch (Exception exception) when (exception is InvalidProtocolBufferException or FormatException or OverflowException or InvalidOperationException or ArgumentException)
        {
            throw Malformed(exception);
        }
    }

    // The parser of messages is lenient in places; what is no JSON ends here.
    static void Check(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 100 });
        while (reader.Read())
        {
        }
    }

    static RpcException Malformed(Exception cause) =>
        new(new Status(StatusCode.InvalidArgument, "Request JSON payload is not correctly formatted.", cause));

    static RpcException Refused(string detail) => new(new Status(StatusCode.InvalidArgument, detail));
}
