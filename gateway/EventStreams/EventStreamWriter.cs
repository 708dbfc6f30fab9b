using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Tsunagu.Gateway.Problems;

namespace Tsunagu.Gateway.EventStreams;

/// <summary>Re-frames newline-delimited JSON as server-sent events.</summary>
sealed class EventStreamWriter(string idField, string start, TimeSpan heartbeat, TimeProvider clock)
{
    // A comment: readers skip it.
    static readonly byte[] Beat = ":\n\n"u8.ToArray();

    /// <summary>Copies until the source ends; while it is silent a comment goes out every heartbeat.</summary>
    /// <exception cref="IOException">The source broke off.</exception>
    public async Task CopyAsync(PipeReader source, PipeWriter destination, CancellationToken cancellation)
    {
        // Tells a browser that the stream is open before there is anything to say.
        await destination.WriteAsync(Beat, cancellation);
        // An id without data makes no event, but is what the reader sends when it resumes before the first one.
        if (start.Length > 0)
            await destination.WriteAsync(Encoding.UTF8.GetBytes($"id: {start}\n\n"), cancellation);
        while (true)
        {
            var read = await ReadAsync(source, destination, cancellation);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                WriteEvent(rest.Slice(0, end), destination);
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            if (read.IsCompleted)
                WriteEvent(rest, destination);
            source.AdvanceTo(read.IsCompleted ? read.Buffer.End : rest.Start, read.Buffer.End);
            if ((await destination.FlushAsync(cancellation)).IsCompleted || read.IsCompleted)
                return;
        }
    }

    async Task<ReadResult> ReadAsync(PipeReader source, PipeWriter destination, CancellationToken cancellation)
    {
        var reading = source.ReadAsync(cancellation).AsTask();
        while (true)
        {
            try
            {
                return await reading.WaitAsync(heartbeat, clock, cancellation);
            }
            catch (TimeoutException) when (!reading.IsCompleted)
            {
                await destination.WriteAsync(Beat, cancellation);
            }
        }
    }

    // The last line of a stream that broke off says why.
    static void WriteProblem(Google.Rpc.Status status, PipeWriter destination)
    {
        var problem = RpcProblems.From(status, conditional: false) with { TraceId = Activity.Current?.TraceId.ToString() };
        destination.Write("event: problem\ndata: "u8);
        destination.Write(JsonSerializer.SerializeToUtf8Bytes(problem, ProblemJson.Readable.Problem));
        destination.Write("\n\n"u8);
    }

    void WriteEvent(ReadOnlySequence<byte> line, PipeWriter destination)
    {
        var json = line.ToArray().AsSpan().Trim("\r \t"u8);
        if (json.IsEmpty)
            return;
        // No message of a stream has such a field in front: reading the whole as a status is for the end alone.
        if (json.StartsWith("{\"code\":"u8) && StatusJson.Read(json.ToArray()) is { } status)
        {
            WriteProblem(status, destination);
            return;
        }

        if (idField.Length > 0 && Id(json) is { } id)
        {
            destination.Write("id: "u8);
            destination.Write(Encoding.UTF8.GetBytes(id));
            destination.Write("\n"u8);
        }

        destination.Write("data: "u8);
        destination.Write(json);
        destination.Write("\n\n"u8);
    }

    // An id with a line break or NUL would end the field or be ignored by the reader.
    string? Id(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(idField);
            reader.Read();
            if (found)
                return reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } id && id.AsSpan().IndexOfAny("\r\n\0") < 0 ? id : null;
            reader.Skip();
        }

        return null;
    }
}
