using Grpc.Core;

namespace Grpc.Shared;

/// <summary>What can be wrong with a message on the wire.</summary>
static class MessageErrors
{
    internal static RpcException ReceivedTooLarge() =>
        Error(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size.");

    internal static RpcException SentTooLarge() =>
        Error(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size.");

    internal static RpcException Incomplete() => Error(StatusCode.Internal, "Incomplete message.");

    internal static RpcException Additional() => Error(StatusCode.Internal, "Additional data after the message received.");

    internal static RpcException WrongFlag() => Error(StatusCode.Internal, "Unexpected compressed flag value in message header.");

    internal static RpcException NoEncoding() =>
        Error(StatusCode.Internal, "Compressed message received without a grpc-encoding value that compresses.");

    internal static RpcException UnknownEncoding(string encoding, CompressionSet supported) =>
        Error(StatusCode.Unimplemented, $"Unsupported grpc-encoding value '{encoding}'. Supported encodings: {supported.AcceptEncoding}");

    internal static RpcException Undecodable(Exception cause) =>
        Error(StatusCode.Internal, "The message could not be decompressed.", cause);

    internal static RpcException Unparsable(Exception cause) => Error(StatusCode.Internal, "The message could not be parsed.", cause);

    static RpcException Error(StatusCode code, string detail, Exception? cause = null) => new(new Status(code, detail, cause));
}
