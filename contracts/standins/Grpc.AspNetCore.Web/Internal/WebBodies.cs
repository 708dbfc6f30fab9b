using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.AspNetCore.Web.Internal;

/// <summary>The bodies of a gRPC-Web call, in place of the server's own for as long as the call lasts.</summary>
sealed class WebBodies : IRequestBodyPipeFeature, IHttpResponseBodyFeature, IHttpResponseTrailersFeature
{
    readonly HttpContext http;
    readonly Stream body;
    readonly PipeReader serverReader;
    readonly IRequestBodyPipeFeature? requestPipe;
    readonly IHttpResponseBodyFeature responseBody;
    readonly IHttpResponseTrailersFeature? trailers;
    bool ended;

    internal WebBodies(HttpContext http, WebForm request, WebForm response)
    {
        this.http = http;
        body = http.Request.Body;
        requestPipe = http.Features.Get<IRequestBodyPipeFeature>();
        responseBody = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        trailers = http.Features.Get<IHttpResponseTrailersFeature>();
        Reader = serverReader = http.Request.BodyReader;
        Writer = responseBody.Writer;
        Stream = responseBody.Stream;
        if (request == WebForm.Text)
        {
            Reader = PipeReader.Create(new Base64Body(Reader));
            http.Request.Body = Reader.AsStream(leaveOpen: true);
            // It counts letters, not the bytes behind them.
            http.Request.ContentLength = null;
        }
        if (response == WebForm.Text)
        {
            Writer = new Base64PipeWriter(Writer);
            Stream = Writer.AsStream(leaveOpen: true);
        }
        http.Features.Set<IRequestBodyPipeFeature>(this);
        http.Features.Set<IHttpResponseBodyFeature>(this);
        http.Features.Set<IHttpResponseTrailersFeature>(this);
    }

    public PipeReader Reader { get; }

    public PipeWriter Writer { get; }

    public Stream Stream { get; }

    public IHeaderDictionary Trailers { get; set; } = new HeaderDictionary();

    public void DisableBuffering() => responseBody.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) => responseBody.StartAsync(cancellationToken);

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(Stream, path, offset, count, cancellationToken);

    public async Task CompleteAsync()
    {
        await EndAsync();
        await responseBody.CompleteAsync();
    }

    /// <summary>Writes what is left and the trailers, once; trailers-only answers have theirs among the headers.</summary>
    internal async Task EndAsync()
    {
        if (ended)
            return;
        ended = true;
        if (Trailers.Count > 0)
        {
            // Readers may expect messages and trailers apart from each other.
            (Writer as Base64PipeWriter)?.Pad();
            TrailersFrame.Write(Trailers, Writer);
        }
        if (Trailers.Count > 0 || Writer is Base64PipeWriter { UnflushedBytes: > 0 })
            await Writer.FlushAsync();
    }

    internal void Restore()
    {
        // Gives back what it had read ahead; the server's own reader is the server's to end.
        if (Reader != serverReader)
            Reader.Complete();
        http.Request.Body = body;
        http.Features.Set(requestPipe);
        http.Features.Set(responseBody);
        http.Features.Set(trailers);
    }
}
