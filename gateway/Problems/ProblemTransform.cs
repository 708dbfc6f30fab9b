using Google.Protobuf.Reflection;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;

namespace Tsunagu.Gateway.Problems;

/// <summary>Turns an error answer of a service into a problem.</summary>
static class ProblemTransform
{
    // Far above any status a service writes.
    const int LongestStatus = 64 << 10;

    /// <summary>Replaces the body of answers from 400 on; others pass.</summary>
    public static async ValueTask ApplyAsync(ResponseTransformContext context, MessageDescriptor input)
    {
        if (context.ProxyResponse is not { } answer || (int)answer.StatusCode < StatusCodes.Status400BadRequest)
            return;
        context.SuppressResponseBody = true;
        var conditional = context.HttpContext.Request.Headers.ContainsKey(HeaderNames.IfMatch);
        var status = StatusJson.Read(await ReadAsync(answer.Content, context.CancellationToken));
        context.HttpContext.Response.Headers.Remove(HeaderNames.ContentEncoding);
        await ProblemWriter.WriteAsync(
            context.HttpContext,
            status is null ? ProblemTexts.ForStatus((int)answer.StatusCode) : RpcProblems.From(status, conditional, input));
    }

    static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        var buffer = new byte[LongestStatus];
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        return buffer.AsMemory(0, await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation));
    }
}
