using System.Buffers;
using System.Globalization;
using Grpc.Core;

namespace Tsunagu.Tests.StandIns.Pressure.Wire;

/// <summary>How one stream ended for the side that looks at it.</summary>
/// <param name="Headers">All header fields and trailers that came.</param>
/// <param name="Body">All data that came.</param>
/// <param name="Reset">Code of the RST_STREAM that ended it; null when there was none.</param>
/// <param name="Broken">Whether the connection ended before the stream did.</param>
sealed record Outcome(IReadOnlyList<(string Name, string Value)> Headers, byte[] Body, uint? Reset, bool Broken)
{
    public string? Value(string name) => Headers.LastOrDefault(header => header.Name == name).Value;

    public StatusCode? Status => Value("grpc-status") is { } text ? (StatusCode)int.Parse(text, CultureInfo.InvariantCulture) : null;

    public override string ToString() =>
        $"http {Value(":status")} grpc {Status} \"{Value("grpc-message")}\" body {Body.Length} reset {Reset} broken {Broken}";
}

/// <summary>One stream of a connection, seen from the test's side.</summary>
sealed class Exchange(Peer peer, int id)
{
    readonly List<(string, string)> headers = [];
    readonly ArrayBufferWriter<byte> body = new();
    readonly TaskCompletionSource<Outcome> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource head = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource<uint> reset = new(TaskCreationOptions.RunContinuationsAsynchronously);
    long received;

    public int Id => id;

    public Peer Peer => peer;

    /// <summary>When false, data is counted and thrown away.</summary>
    public bool Keeps { get; set; } = true;

    public long Received => Interlocked.Read(ref received);

    public Task Head => head.Task;

    public Task<Outcome> Ended => ended.Task;

    /// <summary>Code of the RST_STREAM that came, even after the end of the stream.</summary>
    public Task<uint> Reset => reset.Task;

    public Task SendAsync(ReadOnlyMemory<byte> data, bool end = false) => peer.SendAsync(Frame.Data(id, data, end));

    public Task EndAsync() => SendAsync(default, end: true);

    public Task ResetAsync(uint code) => peer.SendAsync(Frame.Reset(id, code));

    public Task RespondAsync(params (string, string)[] more) => peer.SendAsync(
        Frame.Headers(id, HeaderBlock.Write([(":status", "200"), ("content-type", "application/grpc"), .. more])));

    public Task TrailAsync(params (string, string)[] trailers) => peer.SendAsync(Frame.Headers(id, HeaderBlock.Write(trailers), end: true));

    /// <summary>The first header field of that name which has come.</summary>
    public string? Value(string name)
    {
        lock (headers)
            return headers.FirstOrDefault(header => header.Item1 == name).Item2;
    }

    public void Take(Frame frame, ReadOnlySpan<byte> block)
    {
        switch (frame.Type)
        {
            case FrameType.Headers:
                lock (headers)
                    headers.AddRange(HeaderBlock.Read(block));
                head.TrySetResult();
                break;
            case FrameType.Data:
                Interlocked.Add(ref received, frame.Payload.Length);
                if (Keeps)
                    body.Write(frame.Payload.Span);
                break;
            case FrameType.Reset:
                reset.TrySetResult(frame.Code);
                End(frame.Code, broken: false);
                return;
        }
        if (frame.Ends)
            End(reset: null, broken: false);
    }

    public void Break() => End(reset: null, broken: true);

    void End(uint? reset, bool broken)
    {
        lock (headers)
            ended.TrySetResult(new([.. headers], body.WrittenSpan.ToArray(), reset, broken));
        head.TrySetResult();
    }
}
