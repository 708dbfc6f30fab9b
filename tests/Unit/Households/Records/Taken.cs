using System.Buffers;
using Tsunagu.Households.Records;

namespace Tsunagu.Tests.Unit.Households.Records;

/// <summary>What is kept of a file that comes in pieces.</summary>
static class Taken
{
    public static byte[] Whole(byte[] file) => InPieces(file, _ => file.Length);

    /// <summary>What is kept, whatever the size of each piece.</summary>
    public static byte[] InPieces(byte[] file, Func<int, int> size)
    {
        using var intake = new FileIntake(long.MaxValue);
        var kept = new ArrayBufferWriter<byte>();
        for (var at = 0; at < file.Length;)
        {
            var piece = file.AsSpan(at, Math.Min(Math.Max(1, size(at)), file.Length - at));
            kept.Write(intake.Push(piece).Span);
            at += piece.Length;
        }
        kept.Write(intake.Complete().Span);
        return kept.WrittenSpan.ToArray();
    }
}
