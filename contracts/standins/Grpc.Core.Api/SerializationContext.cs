using System.Buffers;

namespace Grpc.Core;

/// <summary>Takes the bytes of a message that is being written.</summary>
public abstract class SerializationContext
{
    /// <summary>Hands over the whole payload.</summary>
    public virtual void Complete(byte[] payload) => throw NotOverridden.By(this);

    /// <summary>Buffer to write the payload to; end with <see cref="Complete()"/>.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw NotOverridden.By(this);

    /// <summary>Announces the payload's length in bytes, before <see cref="GetBufferWriter"/>.</summary>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>The payload has been written to the buffer.</summary>
    public virtual void Complete() => throw NotOverridden.By(this);
}

/// <summary>Gives the bytes of a message that is being read.</summary>
public abstract class DeserializationContext
{
    /// <summary>Length in bytes.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>The payload as an array of its own.</summary>
    public virtual byte[] PayloadAsNewBuffer() => throw NotOverridden.By(this);

    /// <summary>The payload, valid only while the message is parsed.</summary>
    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(PayloadAsNewBuffer());
}

sealed class ArraySerializationContext : SerializationContext
{
    readonly ArrayBufferWriter<byte> writer = new();
    byte[]? payload;

    internal byte[] Payload => payload ?? throw new InvalidOperationException("The serializer did not complete its context.");

    public override void Complete(byte[] payload) => this.payload = payload;

    public override IBufferWriter<byte> GetBufferWriter() => writer;

    public override void Complete() => payload = writer.WrittenSpan.ToArray();
}

sealed class ArrayDeserializationContext(byte[] payload) : DeserializationContext
{
    public override int PayloadLength => payload.Length;

    public override byte[] PayloadAsNewBuffer() => payload;
}
