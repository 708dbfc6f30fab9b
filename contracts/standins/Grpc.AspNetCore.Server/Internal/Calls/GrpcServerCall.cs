using System.Globalization;
using Grpc.AspNetCore.Server.Internal.Methods;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Internal.Calls;

/// <summary>A call in the gRPC protocol over HTTP/2.</summary>
sealed partial class GrpcServerCall<TRequest, TResponse> : ServerCall<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    readonly ServerMethod<TRequest, TResponse> method;
    readonly MessageReader reader;
    readonly MessageWriter writer;
    readonly CallDeadline? deadline;

    // Held while the response is written; ending the call needs it too, so trailers never cut into a message.
    readonly WriteGate gate = new();
    ICompressionProvider? compression;
    bool hasBody;
    bool headersSet;
    bool requestEnded;
    bool ended;

    internal GrpcServerCall(HttpContext http, ServerMethod<TRequest, TResponse> method, ILogger log)
        : base(http, method.Method, method.Options, log)
    {
        this.method = method;
        reader = new MessageReader(
            http.Request.BodyReader, Options.MaxReceive, http.Request.Headers.GrpcEncoding, Options.Compression);
        writer = new MessageWriter(http.Response.BodyWriter, Options.MaxSend);
        if (TimeoutText.TryParse(http.Request.Headers.GrpcTimeout, out var timeout))
            deadline = new CallDeadline(timeout, http.RequestAborted, EndAtDeadlineAsync);
    }

    internal override IAsyncStreamReader<TRequest> Requests => new RequestStream(this);

    internal override IServerStreamWriter<TResponse> Responses => new ResponseStream(this);

    protected override DateTime DeadlineCore => deadline?.Time ?? DateTime.MaxValue;

    protected override CancellationToken CancellationTokenCore => deadline?.Token ?? Http.RequestAborted;

    internal async Task RunAsync()
    {
        ServerEvents.Log.CallStart(method.Method.FullName);
        try
        {
            deadline?.Start();
            await RunMethodAsync();
            if (deadline is not null)
                await deadline.DisposeAsync();
            await gate.EnterAsync();
            End();
            gate.Leave();
            TagActivity();
        }
        finally
        {
            ServerEvents.Log.CallStop(StatusCore.StatusCode);
        }
        if (method.HasRequestStream && !requestEnded && !Http.RequestAborted.IsCancellationRequested)
            await RequestTail.AwaitEndAsync(Http);
    }

    internal override async ValueTask<TRequest> ReadRequestAsync()
    {
        var request = await reader.ReadSingleAsync(method.Method.RequestMarshaller.ContextualDeserializer, CancellationTokenCore)
            ?? throw MessageErrors.Incomplete();
        ServerEvents.Log.MessageReceived();
        return request;
    }

    internal override async ValueTask WriteResponseAsync(TResponse response)
    {
        await gate.EnterAsync();
        try
        {
            Put(response, WriteOptionsCore);
        }
        finally
        {
            gate.Leave();
        }
    }

    protected override async Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        await gate.EnterAsync();
        try
        {
            if (hasBody || ended || Http.Response.HasStarted)
                throw new InvalidOperationException("Response headers can only be sent once per call.");
            foreach (var entry in responseHeaders)
                AddHeader(Http.Response.Headers, entry);
            SetHeaders();
            hasBody = true;
            await Http.Response.BodyWriter.FlushAsync(CancellationTokenCore);
        }
        finally
        {
            gate.Leave();
        }
    }

    protected override Status StatusOf(Exception exception)
    {
        var interrupted = exception is OperationCanceledException or IOException or RpcException { StatusCode: StatusCode.Cancelled };
        return interrupted && deadline is { Passed: true } ? DeadlineExceeded() : base.StatusOf(exception);
    }

    async Task RunMethodAsync()
    {
        try
        {
            await method.RunAsync(this);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    static Status DeadlineExceeded() => new(StatusCode.DeadlineExceeded, "Deadline Exceeded");

    void Put(TResponse message, WriteOptions? options)
    {
        if (ended)
            throw new InvalidOperationException("Can't write the message because the request is complete.");
        SetHeaders();
        hasBody = true;
        var compress = options is null || !options.Flags.HasFlag(WriteFlags.NoCompress);
        writer.Write(message, method.Method.ResponseMarshaller.ContextualSerializer, compress ? compression : null, Options.ResponseLevel);
        ServerEvents.Log.MessageSent();
    }

    void SetHeaders()
    {
        if (headersSet)
            return;
        headersSet = true;
        var headers = Http.Response.Headers;
        headers.ContentType = ProtocolHeaders.ContentType;
        compression = ChooseCompression(headers);
        if (compression is not null)
            headers.GrpcEncoding = compression.EncodingName;
    }

    ICompressionProvider? ChooseCompression(IHeaderDictionary headers)
    {
        var chosen = Options.ResponseCompression;
        if (headers.Remove(ProtocolHeaders.InternalEncodingRequest, out var asked))
            chosen = Options.Compression.Find(asked);
        return chosen is not null && ((string?)Http.Request.Headers.GrpcAcceptEncoding)?.Split(',', StringSplitOptions.TrimEntries).Contains(chosen.EncodingName) is true
            ? chosen
            : null;
    }

    void End()
    {
        if (ended)
            return;
        ended = true;
        SetHeaders();
        var response = Http.Response;
        var status = StatusCore;
        // Nothing but a status: it goes into the one block of headers.
        var trailers = hasBody ? Http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers : response.Headers;
        if (status.StatusCode == StatusCode.Unimplemented)
            trailers.GrpcAcceptEncoding = Options.Compression.AcceptEncoding;
        trailers.GrpcStatus = ((int)status.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (!string.IsNullOrEmpty(status.Detail))
            trailers.GrpcMessage = PercentText.Encode(status.Detail);
        if (!HasTrailers)
            return;
        foreach (var entry in ResponseTrailersCore)
            AddHeader(trailers, entry);
    }

    async Task EndAtDeadlineAsync()
    {
        // A write that hangs on a slow reader holds the gate: then the stream is reset instead.
        if (!gate.TryEnter())
        {
            Http.Features.Get<IHttpResetFeature>()?.Reset(errorCode: 8);
            return;
        }
        try
        {
            if (ended)
                return;
            StatusCore = DeadlineExceeded();
            End();
            await Http.Response.CompleteAsync();
        }
        finally
        {
            gate.Leave();
        }
    }

    static void AddHeader(IHeaderDictionary headers, Metadata.Entry entry) => headers.Append(entry.Key, MetadataText.Encode(entry));
}
