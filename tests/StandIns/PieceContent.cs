using System.Net;

namespace Tsunagu.Tests.StandIns;

/// <summary>A body of unknown length, sent piece by piece.</summary>
sealed class PieceContent(IReadOnlyList<ReadOnlyMemory<byte>> pieces) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        foreach (var piece in pieces)
        {
            await stream.WriteAsync(piece);
            await stream.FlushAsync();
            await Task.Yield();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
