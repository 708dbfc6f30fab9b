using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Tsunagu.Households.Parsing;

/// <summary>Reads a file as its bytes arrive: hash of what was received, text, records. Memory does not grow with the file.</summary>
sealed class FileReader(SourceDecoder decoder, RecordReader records) : IDisposable
{
    // Pieces are decoded in slices, so that a huge piece costs no more room than a small one.
    const int Slice = 1 << 15;

    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly char[] chars = new char[decoder.MostChars(Slice)];

    /// <summary>Bytes received so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>SHA-256 of the received bytes, lower-case hexadecimal; to be asked once, at the end.</summary>
    public string Sha256() => Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <summary>The records in file order.</summary>
    public async IAsyncEnumerable<SourceRecord> ReadAsync(
        IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var piece in pieces.WithCancellation(cancellationToken))
        {
            hash.AppendData(piece.Span);
            Bytes += piece.Length;
            for (var from = 0; from < piece.Length; from += Slice)
            {
                records.Append(Decode(piece.Span[from..Math.Min(from + Slice, piece.Length)], last: false));
                while (records.TryRead(out var record))
                    yield return record;
            }
        }
        records.Append(Decode([], last: true));
        records.Complete();
        while (records.TryRead(out var record))
            yield return record;
    }

    public void Dispose() => hash.Dispose();

    ReadOnlySpan<char> Decode(ReadOnlySpan<byte> bytes, bool last) => chars.AsSpan(0, decoder.Decode(bytes, chars, last));
}
