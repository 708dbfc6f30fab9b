using System.Buffers;
using System.Text.Json;
using Google.Protobuf;
using Grpc.AspNetCore.Server.Internal.Calls;
using Grpc.AspNetCore.Server.Internal.Methods;
using Grpc.Core;
using Grpc.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>A call as a plain HTTP request with JSON; a stream of responses is one JSON object a line.</summary>
sealed partial class JsonServerCall<TRequest, TResponse>(
    HttpContext http, ServerMethod<TRequest, TResponse> method, JsonBinding binding, JsonFormat format, ILogger log)
    : ServerCall<TRequest, TResponse>(http, method.Method, method.Options, log)
    where TRequest : class
    where TResponse : class
{
    const string ContentType = "application/json; charset=utf-8";

    // Held while the response is written: a stray write of the handler must not cut into another.
    readonly SemaphoreSlim gate = new(1);
    bool ended;

    internal override IAsyncStreamReader<TRequest> Requests =>
        throw new InvalidOperationException("A stream of requests has no HTTP form.");

    internal override IServerStreamWriter<TResponse> Responses => new LineWriter(this);

    internal async Task RunAsync()
    {
        try
        {
            await method.RunAsync(this);
            await EndAsync(null);
        }
        catch (Exception exception)
        {
            await EndAsync(exception);
        }
        TagActivity();
    }

    internal override async ValueTask<TRequest> ReadRequestAsync() =>
        (TRequest)await binding.ReadAsync(Http.Request, Options.MaxReceive, format.Types, CancellationTokenCore);

    internal override async ValueTask WriteResponseAsync(TResponse response)
    {
        if (StatusCore.StatusCode != StatusCode.OK)
            return;
        await WriteAsync(response, newLine: false, CancellationTokenCore);
    }

    protected override async Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        if (Http.Response.HasStarted)
            throw new InvalidOperationException("Response headers can only be sent once per call.");
        foreach (var entry in responseHeaders)
            Http.Response.Headers.Append(entry.Key, MetadataText.Encode(entry));
        if (method.Method.Type == MethodType.Unary)
            return;
        Http.Response.ContentType ??= ContentType;
        await Http.Response.Body.FlushAsync(CancellationTokenCore);
    }

    async Task EndAsync(Exception? exception)
    {
        if (exception is not null)
            Fail(exception);
        await gate.WaitAsync();
        ended = true;
        gate.Release();
        if (StatusCore.StatusCode == StatusCode.OK || Http.RequestAborted.IsCancellationRequested)
            return;
        if (!Http.Response.HasStarted)
        {
            Http.Response.Clear();
            Http.Response.StatusCode = HttpStatus.Of(StatusCore.StatusCode);
            Http.Response.ContentType = ContentType;
        }
        Put(json => format.Errors.Write(json, StatusCore, ResponseTrailersCore), newLine: method.Method.Type == MethodType.ServerStreaming);
        await Http.Response.BodyWriter.FlushAsync(CancellationToken.None);
    }

    async Task WriteAsync(TResponse response, bool newLine, CancellationToken cancellationToken)
    {
        if (!await gate.WaitAsync(TimeSpan.Zero, CancellationToken.None))
            throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
        try
        {
            if (ended)
                throw new InvalidOperationException("Can't write the message because the request is complete.");
            if (RawBody.Of((IMessage)response) is var (contentType, data))
                Put(data, contentType, newLine);
            else
                Put(json => Write(json, (IMessage)response), newLine);
            var result = await Http.Response.BodyWriter.FlushAsync(cancellationToken);
            if (result.IsCanceled || result.IsCompleted)
                throw new OperationCanceledException("The caller has ended the call.");
        }
        finally
        {
            gate.Release();
        }
    }

    void Write(Utf8JsonWriter json, IMessage response)
    {
        if (binding.ResponseField is { } field)
            format.Messages.WriteValueOf(json, response, field);
        else
            format.Messages.Write(json, response);
    }

    void Put(Action<Utf8JsonWriter> write, bool newLine)
    {
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer, newLine ? format.Messages.LineOptions : format.Messages.Options))
            write(json);
        // Written whole or not at all: a message that fails half-way leaves no half behind.
        Put(buffer.Written, ContentType, newLine);
    }

    void Put(ReadOnlyMemory<byte> data, string contentType, bool newLine)
    {
        if (!Http.Response.HasStarted)
            Http.Response.ContentType = contentType;
        var output = Http.Response.BodyWriter;
        output.Write(data.Span);
        if (newLine)
            output.Write("\n"u8);
    }

    // What the server could not read of the request is the caller's mistake.
    protected override Status StatusOf(Exception exception) => exception is BadHttpRequestException { StatusCode: not StatusCodes.Status413PayloadTooLarge }
        ? new Status(StatusCode.InvalidArgument, "The request could not be read.", exception)
        : base.StatusOf(exception);
}
