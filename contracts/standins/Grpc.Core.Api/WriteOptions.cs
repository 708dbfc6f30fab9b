namespace Grpc.Core;

/// <summary>Hints for writing a message.</summary>
[Flags]
public enum WriteFlags
{
    /// <summary>The message may be kept back to be sent with a later one.</summary>
    BufferHint = 0x1,

    /// <summary>The message is sent uncompressed.</summary>
    NoCompress = 0x2,
}

/// <summary>How messages are written.</summary>
public class WriteOptions
{
    /// <summary>Without flags.</summary>
    public static readonly WriteOptions Default = new();

    /// <summary>Makes options.</summary>
    public WriteOptions(WriteFlags flags = default) => Flags = flags;

    /// <summary>The flags.</summary>
    public WriteFlags Flags { get; }
}
