using System.Net.Http;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Shared;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client.Internal;

/// <summary>A call over HTTP/2.</summary>
sealed class HttpClientCall<TRequest, TResponse>(GrpcChannel channel, Method<TRequest, TResponse> method, string? host, CallOptions options)
    : ClientCall(channel, method.FullName, options)
    where TRequest : class
    where TResponse : class
{
    // Of a call that does not wait for ready: addresses that all go away while they are tried end it.
    const int MostPicks = 8;

    readonly ICompressionProvider? compression =
        channel.Compression.Find(options.Headers?.GetValue(ProtocolHeaders.InternalEncodingRequest));

    // Null, and nothing is kept, unless the service config has a policy for the method.
    readonly Retry? retry = channel.Retries?.Of(method) is { } plan ? new Retry(plan, new ReplayBuffer(channel)) : null;

    Task opened = Task.CompletedTask;
    HttpContent? content;
    HttpResponseMessage? response;
    StreamPipe? pipe;
    bool hasTrailers;
    MessageReader? reader;

    // Buffers go back to the pool once, and never under a read.
    int reading;

    /// <summary>Sends the request and reads the only response.</summary>
    internal async Task<TResponse> ReadSingleAsync(HttpContent content)
    {
        try
        {
            await OpenAsync(await StartSendingAsync(content).ConfigureAwait(false)).ConfigureAwait(false);
            var message = IsEnded ? null : await ReadAsync(single: true).ConfigureAwait(false);
            return GetStatus().StatusCode == StatusCode.OK
                ? message ?? throw new RpcException(new Status(StatusCode.Internal, "Failed to deserialize response message."))
                : throw ErrorOf(GetStatus());
        }
        catch (Exception exception)
        {
            throw IsEnded ? ErrorOf(GetStatus()) : Fail(exception);
        }
    }

    /// <summary>Sends the request and reads the response headers. What goes wrong ends the call, and whoever reads hears of it.</summary>
    internal Task StartAsync(HttpContent content) => opened = OpenOrFailAsync(content);

    async Task OpenOrFailAsync(HttpContent content)
    {
        try
        {
            await OpenAsync(await StartSendingAsync(content).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _ = Fail(exception);
        }
    }

    // Most calls need nothing but to be sent: theirs is the task of the request itself.
    Task<HttpResponseMessage> StartSendingAsync(HttpContent content)
    {
        this.content = content;
        return retry is null && !Options.IsWaitForReady && Channel.Single is { } to && Options.Credentials is null && Channel.Options.Credentials?.CallCredentials is null
            ? Channel.SendAsync(NewRequest(content, to, Metadata.Empty), Stopped)
            : SendWithCareAsync(content);
    }

    async Task<HttpResponseMessage> SendWithCareAsync(HttpContent content)
    {
        var credentials = Options.Credentials is null && Channel.Options.Credentials?.CallCredentials is null
            ? Metadata.Empty
            : await CredentialsAsync().ConfigureAwait(false);
        return retry is null
            ? await SendAsync(content, credentials).ConfigureAwait(false)
            : await SendUntilCommittedAsync(retry, credentials).ConfigureAwait(false);
    }

    async ValueTask OpenAsync(HttpResponseMessage received)
    {
        response = received;
        if (IsEnded)
        {
            Release();
            throw ErrorOf(GetStatus());
        }
        if (ResponseHead.HasBinary(received.Headers))
            _ = ReadHeaders();
        ReceivedHeaders();
        if (ResponseHead.EarlyStatus(received) is { } status)
        {
            Finish(status, ReadHeaders());
            return;
        }
        pipe = new StreamPipe(await received.Content.ReadAsStreamAsync(Stopped).ConfigureAwait(false));
        reader = new MessageReader(pipe, Channel.Options.MaxReceiveMessageSize, ResponseHead.Value(received.Headers, ProtocolHeaders.Encoding), Channel.Compression);
    }

    /// <summary>The next message; null at the end, when the call has its status.</summary>
    internal async ValueTask<TResponse?> ReadAsync(bool single = false)
    {
        if (Interlocked.CompareExchange(ref reading, 1, 0) != 0)
            throw IsEnded ? ErrorOf(GetStatus()) : new InvalidOperationException("Can't read the next message because the previous read is still in progress.");
        try
        {
            var deserializer = method.ResponseMarshaller.ContextualDeserializer;
            var message = single
                ? await reader!.ReadSingleAsync(deserializer, Stopped).ConfigureAwait(false)
                : await reader!.ReadAsync(deserializer, Stopped).ConfigureAwait(false);
            if (message is not null)
                ClientEvents.Log.MessageReceived();
            if (single || message is null)
                EndByTrailers(single && message is null);
            return message;
        }
        finally
        {
            Volatile.Write(ref reading, 0);
            if (IsEnded)
                Release();
        }
    }

    /// <summary>Done when all is known that needs no read by the caller: the whole answer, or its head where the caller reads the messages.</summary>
    internal Task Answered => method.Type is MethodType.ClientStreaming ? Ended : opened;

    /// <summary>Where request messages are kept for further attempts, or null.</summary>
    internal ReplayBuffer? Replay => retry?.Replay;

    internal MessageWriter NewWriter(PooledBuffer output) => new(output, Channel.Options.MaxSendMessageSize);

    internal void Write(MessageWriter writer, TRequest message, WriteOptions? writeOptions)
    {
        var compress = compression is not null && writeOptions?.Flags.HasFlag(WriteFlags.NoCompress) is not true;
        writer.Write(message, method.RequestMarshaller.ContextualSerializer, compress ? compression : null);
        ClientEvents.Log.MessageSent();
    }

    protected override Metadata ReadHeaders() => ResponseHead.MetadataOf(response!.Headers, retry?.Failed ?? 0);

    protected override Metadata ReadTrailers() => hasTrailers ? ResponseHead.MetadataOf(response!.TrailingHeaders) : [];

    protected override void Release()
    {
        (content as StreamingContent)?.Abandon();
        (content as ReplayContent)?.Abandon();
        retry?.Replay.Commit();
        response?.Dispose();
        if (pipe is not null && Interlocked.CompareExchange(ref reading, 2, 0) == 0)
            pipe.Complete();
    }

    void EndByTrailers(bool missing)
    {
        var trailers = response!.TrailingHeaders;
        var status = ResponseHead.StatusIn(trailers) ?? new Status(StatusCode.Cancelled, "No grpc-status found on response.");
        if (missing && status.StatusCode == StatusCode.OK)
            status = new Status(StatusCode.Internal, "Failed to deserialize response message.");
        hasTrailers = true;
        Finish(status, ResponseHead.HasBinary(trailers) ? ReadTrailers() : null);
    }

    void Finish(Status status, Metadata? trailers)
    {
        if (End(status, trailers) && status.StatusCode == StatusCode.OK)
            retry?.Succeeded();
    }

    /// <summary>Makes attempts until one is worth keeping or no other may follow.</summary>
    async Task<HttpResponseMessage> SendUntilCommittedAsync(Retry attempts, Metadata credentials)
    {
        var single = content as MessageContent<TRequest, TResponse>;
        single?.Keep(attempts.Replay);
        while (true)
        {
            var attempt = new ReplayContent(attempts.Replay, streaming: single is null);
            content = attempt;
            HttpResponseMessage? received = null;
            Exception? failure = null;
            try
            {
                received = await SendAsync(attempt, credentials).ConfigureAwait(false);
            }
            catch (Exception exception) when (!IsEnded)
            {
                failure = exception;
            }
            var status = received is null ? HttpFailure.StatusOf(failure!) : ResponseHead.EarlyStatus(received);
            var pause = status is { StatusCode: not StatusCode.OK } failed
                ? attempts.AfterFailure(failed, received is null ? null : ResponseHead.Value(received.Headers, Retry.PushbackHeader))
                : null;
            if (pause is null)
            {
                attempts.Replay.Commit();
                return received ?? throw failure!;
            }
            attempt.Abandon();
            received?.Dispose();
            attempts.Replay.Rewind();
            await Task.Delay(pause.Value, Stopped).ConfigureAwait(false);
        }
    }

    async Task<HttpResponseMessage> SendAsync(HttpContent content, Metadata credentials)
    {
        for (var attempt = 0; ; attempt++)
        {
            var to = Channel.Single ?? await Channel.Connections.PickAsync(Options.IsWaitForReady, Stopped).ConfigureAwait(false);
            var request = NewRequest(content, to, credentials);
            try
            {
                return await Channel.SendAsync(request, Stopped).ConfigureAwait(false);
            }
            catch (HttpRequestException exception) when (HttpFailure.IsUnconnected(exception) && (Options.IsWaitForReady || Channel.Single is null && attempt < MostPicks))
            {
                // Nothing was sent: another address may be tried at once, the same one after a pause.
                if (Channel.Single is not null)
                    await Task.Delay(Backoff.Delay(attempt), Stopped).ConfigureAwait(false);
            }
        }
    }

    HttpRequestMessage NewRequest(HttpContent content, Subchannel to, Metadata credentials)
    {
        var request = Channel.NewRequest(method, to, host, content);
        RequestHead.Write(request, Options.Headers, credentials, Deadline, compression, Channel.Compression, retry?.Failed ?? 0);
        return request;
    }

    async Task<Metadata> CredentialsAsync()
    {
        var added = new Metadata();
        var sources = new[] { Channel.Options.Credentials?.CallCredentials, Options.Credentials }.OfType<CallCredentials>().SelectMany(one => one.Interceptors).ToArray();
        if (!Channel.IsSecure && !Channel.Options.UnsafeUseInsecureChannelCallCredentials)
        {
            Channel.Log.CredentialsNotUsed(method.FullName);
            return added;
        }
        var context = new AuthInterceptorContext(new Uri(Channel.Address, method.ServiceName).AbsoluteUri, method.Name, Stopped);
        foreach (var source in sources)
            await source(context, added).ConfigureAwait(false);
        return added;
    }
}
