using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Internal.Calls;

/// <summary>The end of a request stream whose call has been answered before it came.</summary>
static class RequestTail
{
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    const long Most = 256 * 1024;

    /// <summary>
    /// Lets the caller, who has the answer now, end its half. A stream that the server resets instead stays on the connection's books for
    /// seconds, and a caller with many such calls is then turned away as if it flooded the server.
    /// </summary>
    internal static async Task AwaitEndAsync(HttpContext http)
    {
        await http.Response.CompleteAsync();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            for (var seen = 0L; seen <= Most;)
            {
                var result = await http.Request.BodyReader.ReadAsync(patience.Token);
                seen += result.Buffer.Length;
                http.Request.BodyReader.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted || result.IsCanceled)
                    return;
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or InvalidOperationException)
        {
            // The caller has reset the stream, goes on sending, or the handler has left a read behind: the transport ends it.
        }
    }
}
