using System.Buffers.Binary;

namespace Tsunagu.Tests.StandIns.Pressure.Wire;

enum FrameType : byte
{
    Data, Headers, Priority, Reset, Settings, PushPromise, Ping, GoAway, WindowUpdate, Continuation,
}

/// <summary>One frame of HTTP/2, as it lies on the wire.</summary>
sealed record Frame(FrameType Type, byte Flags, int Stream, ReadOnlyMemory<byte> Payload)
{
    public const int HeaderSize = 9;
    public const byte Ack = 1;
    public const byte EndStream = 1;
    public const byte EndHeaders = 4;

    public bool Ends => Type is FrameType.Data or FrameType.Headers && (Flags & EndStream) != 0;

    public uint Code => BinaryPrimitives.ReadUInt32BigEndian(Payload.Span[(Type == FrameType.GoAway ? 4 : 0)..]);

    public static Frame Data(int stream, ReadOnlyMemory<byte> bytes, bool end = false) =>
        new(FrameType.Data, end ? EndStream : (byte)0, stream, bytes);

    public static Frame Headers(int stream, ReadOnlyMemory<byte> block, bool end = false, bool complete = true) =>
        new(FrameType.Headers, (byte)((end ? EndStream : 0) | (complete ? EndHeaders : 0)), stream, block);

    public static Frame Continuation(int stream, ReadOnlyMemory<byte> block, bool complete) =>
        new(FrameType.Continuation, complete ? EndHeaders : (byte)0, stream, block);

    public static Frame Reset(int stream, uint code) => new(FrameType.Reset, 0, stream, Number(code));

    public static Frame GoAway(int lastStream, uint code) => new(FrameType.GoAway, 0, 0, (byte[])[.. Number((uint)lastStream), .. Number(code)]);

    public static Frame WindowUpdate(int stream, int increment) => new(FrameType.WindowUpdate, 0, stream, Number((uint)increment));

    public static Frame Ping(long opaque = 0, bool ack = false) => new(FrameType.Ping, ack ? Ack : (byte)0, 0, BitConverter.GetBytes(opaque));

    public static Frame SettingsAck { get; } = new(FrameType.Settings, Ack, 0, default);

    public static Frame Settings(params (ushort Id, uint Value)[] settings)
    {
        var payload = new byte[settings.Length * 6];
        for (var at = 0; at < settings.Length; at++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(payload.AsSpan(at * 6), settings[at].Id);
            BinaryPrimitives.WriteUInt32BigEndian(payload.AsSpan(at * 6 + 2), settings[at].Value);
        }
        return new(FrameType.Settings, 0, 0, payload);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderSize + Payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, Payload.Length << 8);
        bytes[3] = (byte)Type;
        bytes[4] = Flags;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(5), Stream);
        Payload.Span.CopyTo(bytes.AsSpan(HeaderSize));
        return bytes;
    }

    /// <summary>The next frame; null when the connection has ended.</summary>
    public static async Task<Frame?> ReadAsync(Stream stream, CancellationToken stop)
    {
        var header = new byte[HeaderSize];
        if (await stream.ReadAtLeastAsync(header, HeaderSize, throwOnEndOfStream: false, stop) < HeaderSize)
            return null;
        var payload = new byte[BinaryPrimitives.ReadInt32BigEndian(header) >> 8 & 0xffffff];
        return await stream.ReadAtLeastAsync(payload, payload.Length, throwOnEndOfStream: false, stop) < payload.Length
            ? null
            : new((FrameType)header[3], header[4], BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5)) & int.MaxValue, payload);
    }

    static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
