using System.Buffers;
using System.Security.Cryptography;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Records;

/// <summary>Takes a file in as it comes: says what it is, refuses what is not taken, and gives out what is kept of it.</summary>
/// <param name="largest">Most bytes that may come.</param>
sealed class FileIntake(long largest) : IDisposable
{
    readonly IncrementalHash received = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly IncrementalHash kept = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly ArrayBufferWriter<byte> head = new();
    readonly ArrayBufferWriter<byte> output = new();
    FileFilter? filter;
    long bytes;

    /// <summary>What it is; after the last piece.</summary>
    public FileKind Kind { get; private set; }

    /// <summary>Bytes that are kept.</summary>
    public long KeptBytes { get; private set; }

    /// <summary>The next piece.</summary>
    /// <returns>What is kept of what came so far and was not given out before; overwritten by the next piece.</returns>
    /// <exception cref="Refusal">FILE_TOO_LARGE, FILE_KIND_REFUSED, FILE_BROKEN.</exception>
    public ReadOnlyMemory<byte> Push(ReadOnlySpan<byte> data)
    {
        output.ResetWrittenCount();
        bytes += data.Length;
        if (bytes > largest)
            throw RecordErrors.TooLarge(largest);
        received.AppendData(data);
        if (filter is not null)
        {
            filter.Push(data, output);
        }
        else
        {
            head.Write(data);
            if (head.WrittenCount >= FileKinds.HeadBytes)
                Open();
        }
        return Given();
    }

    /// <summary>That was all.</summary>
    /// <returns>The rest of what is kept.</returns>
    /// <exception cref="Refusal">FILE_EMPTY, FILE_KIND_REFUSED, FILE_BROKEN.</exception>
    public ReadOnlyMemory<byte> Complete()
    {
        output.ResetWrittenCount();
        if (bytes == 0)
            throw RecordErrors.Empty();
        if (filter is null)
            Open();
        filter!.Complete();
        return Given();
    }

    /// <summary>SHA-256 of everything that came.</summary>
    public byte[] ReceivedHash() => received.GetHashAndReset();

    /// <summary>SHA-256 of what is kept.</summary>
    public byte[] KeptHash() => kept.GetHashAndReset();

    public void Dispose()
    {
        received.Dispose();
        kept.Dispose();
    }

    void Open()
    {
        Kind = FileKinds.Of(head.WrittenSpan);
        filter = FileKinds.Filter(Kind);
        filter.Push(head.WrittenSpan, output);
    }

    ReadOnlyMemory<byte> Given()
    {
        kept.AppendData(output.WrittenSpan);
        KeptBytes += output.WrittenCount;
        return output.WrittenMemory;
    }
}
