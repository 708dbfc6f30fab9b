using System.Net;
using System.Text;

namespace Tsunagu.Tests.EndToEnd.Importing;

/// <summary>A file of which the second half is sent when somebody says so.</summary>
sealed class SlowFile(string text, Task goOn) : HttpContent
{
    readonly byte[] bytes = Encoding.UTF8.GetBytes(text);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
        await stream.FlushAsync();
        await goOn;
        await stream.WriteAsync(bytes.AsMemory(bytes.Length / 2));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
