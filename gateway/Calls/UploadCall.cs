using System.Buffers;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Tsunagu.Gateway.Catalogue;

namespace Tsunagu.Gateway.Calls;

/// <summary>Pipes a body into a client-streaming call, one piece at a time: the service's pace is the caller's pace.</summary>
sealed class UploadCall(Operation operation)
{
    const int ChunkBytes = 64 << 10;

    readonly Method<IMessage, IMessage> method = MessageMarshaller.MethodOf(operation.Method);
    readonly FieldDescriptor chunk = operation.Method.InputType.FindFieldByName(operation.Upload!.ChunkField);

    /// <summary>Sends the head, then the body; a body that breaks off cancels the call, so that no part of a file is taken for the whole.</summary>
    /// <param name="invoker">Channel to one replica.</param>
    /// <param name="head">First message.</param>
    /// <param name="openBody">The body, asked for once the head has arrived.</param>
    /// <param name="headers">Metadata of the call.</param>
    /// <param name="cancellation">The caller has left.</param>
    /// <exception cref="RpcException">The service refused.</exception>
    public async Task<IMessage> RunAsync(CallInvoker invoker, IMessage head, Func<Stream> openBody, Metadata headers, CancellationToken cancellation)
    {
        using var call = invoker.AsyncClientStreamingCall(method, null, new CallOptions(headers, cancellationToken: cancellation));
        if (await TryWriteAsync(call, head))
            await PumpAsync(call, openBody(), cancellation);
        return await call.ResponseAsync;
    }

    async Task PumpAsync(AsyncClientStreamingCall<IMessage, IMessage> call, Stream body, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            while (await body.ReadAtLeastAsync(buffer.AsMemory(0, ChunkBytes), ChunkBytes, throwOnEndOfStream: false, cancellation) is var read and > 0)
            {
                var message = operation.Method.InputType.Parser.ParseFrom(ByteString.Empty);
                // The message is on the wire before the buffer is filled again.
                chunk.Accessor.SetValue(message, UnsafeByteOperations.UnsafeWrap(buffer.AsMemory(0, read)));
                if (!await TryWriteAsync(call, message))
                    return;
            }

            await call.RequestStream.CompleteAsync();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A service may answer before the whole body has come; its answer then says why.
    static async Task<bool> TryWriteAsync(AsyncClientStreamingCall<IMessage, IMessage> call, IMessage message)
    {
        try
        {
            await call.RequestStream.WriteAsync(message);
            return true;
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            return false;
        }
    }
}
