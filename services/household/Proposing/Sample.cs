namespace Tsunagu.Households.Proposing;

/// <summary>The head of a file of any size.</summary>
/// <param name="Head">Its first bytes.</param>
/// <param name="Whole">True when that is all of it.</param>
/// <param name="FileName">Name at its source, or empty.</param>
sealed record Sample(ReadOnlyMemory<byte> Head, bool Whole, string FileName)
{
    /// <summary>Bytes that are looked at.</summary>
    public const int Most = 4 << 20;

    /// <summary>Keeps the head and lets the rest go by.</summary>
    public static async Task<Sample> ReadAsync(IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, string fileName, CancellationToken ct)
    {
        using var head = new MemoryStream();
        var whole = true;
        await foreach (var piece in pieces.WithCancellation(ct))
        {
            var room = Most - (int)head.Length;
            whole &= piece.Length <= room;
            head.Write(piece.Span[..Math.Min(room, piece.Length)]);
        }
        return new Sample(head.GetBuffer().AsMemory(0, (int)head.Length), whole, fileName);
    }
}
