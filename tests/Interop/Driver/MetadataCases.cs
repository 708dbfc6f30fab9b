using Grpc.Core;
using Grpc.Testing;

namespace Tsunagu.Tests.Interop.Driver;

/// <summary>Metadata that comes back in headers and trailers.</summary>
static class MetadataCases
{
    const string InitialKey = "x-grpc-test-echo-initial";
    const string InitialValue = "test_initial_metadata_value";
    const string TrailingKey = "x-grpc-test-echo-trailing-bin";

    static readonly byte[] TrailingValue = [0xab, 0xab, 0xab];

    public static async Task CustomMetadataAsync(TestService.TestServiceClient client)
    {
        using var unary = client.UnaryCallAsync(Requests.Large(), Sent());
        Expect.Equal(Requests.LargeResponse, (await unary).Payload.Body.Length, "size");
        Check(await unary.ResponseHeadersAsync, unary.GetTrailers());

        using var duplex = client.FullDuplexCall(Sent());
        await duplex.RequestStream.WriteAsync(Requests.Output(Requests.LargeResponse, Requests.LargeRequest));
        await duplex.RequestStream.CompleteAsync();
        Expect.Equal(1, await duplex.ResponseStream.ReadAllAsync().CountAsync(), "replies");
        Check(await duplex.ResponseHeadersAsync, duplex.GetTrailers());
    }

    static Metadata Sent() => new() { { InitialKey, InitialValue }, { TrailingKey, TrailingValue } };

    static void Check(Metadata headers, Metadata trailers)
    {
        Expect.Equal(InitialValue, headers.GetValue(InitialKey), InitialKey);
        Expect.Equal(Convert.ToHexString(TrailingValue), Convert.ToHexString(trailers.GetValueBytes(TrailingKey) ?? []), TrailingKey);
    }
}
