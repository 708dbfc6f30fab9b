using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Tsunagu.Tests.Benchmarks.Wire;

/// <summary>The limit: the same bytes, headers and trailers as gRPC has them, by Kestrel alone.</summary>
static class BareEndpoints
{
    public const string Say = "/bare/say";
    public const string Pour = "/bare/pour";
    public const string Spent = "/spent";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(Say, (RequestDelegate)SayAsync);
        app.MapPost(Pour, (RequestDelegate)PourAsync);
        // Bytes allocated and ticks of processor time so far.
        app.MapPost(Spent, () => $"{GC.GetTotalAllocatedBytes(precise: true)} {Environment.CpuUsage.TotalTime.Ticks}");
    }

    static async Task SayAsync(HttpContext http)
    {
        http.Response.ContentType = "application/grpc";
        await ReadAsync(http, echo: true);
        http.Response.AppendTrailer("grpc-status", "0");
    }

    static async Task PourAsync(HttpContext http)
    {
        http.Response.ContentType = "application/grpc";
        var count = int.Parse(http.Request.Headers["count"].ToString(), CultureInfo.InvariantCulture);
        var frame = await ReadAsync(http, echo: false);
        for (var sent = 0; sent < count; sent++)
            await http.Response.BodyWriter.WriteAsync(frame);
        http.Response.AppendTrailer("grpc-status", "0");
    }

    static async Task<byte[]> ReadAsync(HttpContext http, bool echo)
    {
        var kept = Array.Empty<byte>();
        while (true)
        {
            var read = await http.Request.BodyReader.ReadAsync();
            if (echo)
            {
                foreach (var piece in read.Buffer)
                    http.Response.BodyWriter.Write(piece.Span);
            }
            else
            {
                kept = [.. kept, .. read.Buffer.ToArray()];
            }
            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                return kept;
        }
    }
}
