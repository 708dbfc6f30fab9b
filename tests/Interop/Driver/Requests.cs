using Google.Protobuf;
using Grpc.Testing;

namespace Tsunagu.Tests.Interop.Driver;

/// <summary>The messages that the cases send.</summary>
static class Requests
{
    public const int LargeRequest = 271828;
    public const int LargeResponse = 314159;

    public static Payload Zeros(int size) => new() { Body = ByteString.CopyFrom(new byte[size]) };

    public static SimpleRequest Large() => new() { ResponseSize = LargeResponse, Payload = Zeros(LargeRequest) };

    public static StreamingOutputCallRequest Output(int responseSize, int requestSize) =>
        new() { ResponseParameters = { new ResponseParameters { Size = responseSize } }, Payload = Zeros(requestSize) };

    public static BoolValue Yes() => new() { Value = true };

    public static BoolValue No() => new() { Value = false };
}
