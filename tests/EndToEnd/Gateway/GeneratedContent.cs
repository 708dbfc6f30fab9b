using System.Net;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>A body of a given size that is made while it is sent.</summary>
sealed class GeneratedContent(long size, Action? eachPiece = null) : HttpContent
{
    static readonly byte[] Piece = new byte[64 << 10];

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        for (var left = size; left > 0; left -= Piece.Length)
        {
            await stream.WriteAsync(Piece.AsMemory(0, (int)Math.Min(left, Piece.Length)), cancellationToken);
            eachPiece?.Invoke();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = size;
        return true;
    }
}
