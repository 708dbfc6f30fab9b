using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;

namespace Tsunagu.Tests.StandIns.Transcoding;

/// <summary>An answer with its bytes.</summary>
sealed record RawAnswer(int Status, string? ContentType, byte[] Body);

/// <summary>HTTP/1.1 by hand, so that a target goes out exactly as written and many requests go out at once.</summary>
sealed class RawHttp : IAsyncDisposable
{
    readonly NetworkStream stream;
    readonly PipeReader reader;

    RawHttp(Socket socket)
    {
        stream = new NetworkStream(socket, ownsSocket: true);
        reader = PipeReader.Create(stream);
    }

    public static async Task<RawHttp> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port, cancellation);
        return new RawHttp(socket);
    }

    /// <summary>The bytes of a request.</summary>
    public static byte[] Request(string verb, string target, string? contentType, byte[]? body, string headers = "")
    {
        var head = $"{verb} {target} HTTP/1.1\r\nhost: door\r\n{headers}";
        if (contentType is not null)
            head += $"content-type: {contentType}\r\n";
        if (body is not null)
            head += string.Create(CultureInfo.InvariantCulture, $"content-length: {body.Length}\r\n");
        return [.. Encoding.Latin1.GetBytes(head + "\r\n"), .. body ?? []];
    }

    public async Task SendAsync(byte[] requests, CancellationToken cancellation) => await stream.WriteAsync(requests, cancellation);

    /// <summary>The next answer, in the order of the requests.</summary>
    public async Task<RawAnswer> ReceiveAsync(CancellationToken cancellation)
    {
        var status = int.Parse((await LineAsync(cancellation)).Split(' ')[1], CultureInfo.InvariantCulture);
        var (type, length, chunked) = ((string?)null, 0, false);
        while (await LineAsync(cancellation) is { Length: > 0 } line)
        {
            var (name, value) = line.Split(": ", 2) is [var left, var right] ? (left.ToLowerInvariant(), right) : (line, "");
            if (name == "content-type")
                type = value;
            if (name == "content-length")
                length = int.Parse(value, CultureInfo.InvariantCulture);
            if (name == "transfer-encoding")
                chunked = true;
        }
        return new RawAnswer(status, type, chunked ? await ChunksAsync(cancellation) : await BytesAsync(length, cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        await reader.CompleteAsync();
        await stream.DisposeAsync();
    }

    async Task<byte[]> ChunksAsync(CancellationToken cancellation)
    {
        var body = new ArrayBufferWriter<byte>();
        while (int.Parse(await LineAsync(cancellation), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var size and > 0)
        {
            body.Write(await BytesAsync(size, cancellation));
            await LineAsync(cancellation);
        }
        await LineAsync(cancellation);
        return body.WrittenSpan.ToArray();
    }

    async Task<byte[]> BytesAsync(int count, CancellationToken cancellation)
    {
        if (count == 0)
            return [];
        var read = await reader.ReadAtLeastAsync(count, cancellation);
        if (read.Buffer.Length < count)
            throw new EndOfStreamException();
        var bytes = read.Buffer.Slice(0, count).ToArray();
        reader.AdvanceTo(read.Buffer.GetPosition(count));
        return bytes;
    }

    async Task<string> LineAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.Latin1.GetString(read.Buffer.Slice(0, end)).TrimEnd('\r');
                reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
                throw new EndOfStreamException();
        }
    }
}
