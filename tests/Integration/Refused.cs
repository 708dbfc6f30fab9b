using Grpc.Core;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration;

/// <summary>Asserts how a call was refused; the wording is free to change, but it is Japanese and tells no internals.</summary>
static class Refused
{
    public static async Task<RefusedCall> AssertAsync<T>(StatusCode status, string code, AsyncUnaryCall<T> call)
    {
        var refusal = RefusedCall.Of(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync));
        Assert.Equal((status, code), (refusal.Status, refusal.Code));
        Assert.Contains(refusal.Detail, letter => letter is >= '\u3040' and <= '\u30FF');
        Assert.DoesNotContain("Exception", refusal.Detail, StringComparison.Ordinal);
        return refusal;
    }

    public static async Task AssertFieldAsync<T>(string field, AsyncUnaryCall<T> call, string code = "FIELD_INVALID") =>
        Assert.Equal([field], (await AssertAsync(StatusCode.InvalidArgument, code, call)).Fields);

    /// <summary>How a call ended, for those of which some may be refused.</summary>
    public static async Task<StatusCode> StatusOfAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            _ = await call;
            return StatusCode.OK;
        }
        catch (RpcException refusal)
        {
            return refusal.StatusCode;
        }
    }
}
