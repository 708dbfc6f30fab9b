using System.Text;
using Grpc.Core;
using Grpc.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>Reads bodies.</summary>
static class JsonBody
{
    const int ReadSize = 16 * 1024;

    /// <summary>The bytes of the body as they are.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: they are more than <paramref name="maxBody"/>.</exception>
    internal static async ValueTask<PooledBuffer> ReadAsync(HttpRequest request, int? maxBody, CancellationToken cancellationToken)
    {
        var buffer = new PooledBuffer();
        try
        {
            while (await request.Body.ReadAsync(buffer.GetMemory(ReadSize), cancellationToken) is var count and > 0)
            {
                buffer.Advance(count);
                if (buffer.Length > (maxBody ?? int.MaxValue))
                    throw MessageErrors.ReceivedTooLarge();
            }
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>The encoding of the JSON that the request says it carries.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it carries something else, or in an encoding that is not known.</exception>
    internal static Encoding EncodingOf(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            throw InvalidInput.ContentType("is not a known JSON content type");
        var charset = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Charset) : default;
        try
        {
            return charset.Length == 0 ? Encoding.UTF8 : Encoding.GetEncoding(charset.ToString(), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            throw InvalidInput.ContentType("charset is not a known encoding");
        }
    }

    /// <summary>The body as UTF-8, without a byte order mark.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: bytes that are no text.</exception>
    internal static ReadOnlyMemory<byte> Utf8(ReadOnlyMemory<byte> body, Encoding encoding)
    {
        try
        {
            if (encoding.CodePage != Encoding.UTF8.CodePage)
                body = Encoding.UTF8.GetBytes(encoding.GetString(body.Span));
        }
        catch (DecoderFallbackException exception)
        {
            throw InvalidInput.Payload(exception);
        }
        if (!System.Text.Unicode.Utf8.IsValid(body.Span))
            throw InvalidInput.Payload(null);
        return body.Span.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;
    }
}
