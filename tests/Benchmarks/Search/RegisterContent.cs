using System.Net;
using Tsunagu.Tests.TestKit.Population;

namespace Tsunagu.Tests.Benchmarks.Search;

/// <summary>A register written while it is sent.</summary>
sealed class RegisterContent(IEnumerable<Inhabitant> people) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        foreach (var piece in RegisterFile.Pieces(people))
            await stream.WriteAsync(piece);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
