using Grpc.Core;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Asserts how a call of any kind was refused.</summary>
static class Refusals
{
    /// <returns>The refusal.</returns>
    public static async Task<RefusedCall> AssertAsync(StatusCode status, string code, Func<Task> call)
    {
        var refusal = RefusedCall.Of(await Assert.ThrowsAsync<RpcException>(call));
        Assert.Equal((status, code), (refusal.Status, refusal.Code));
        Assert.Contains(refusal.Detail, letter => letter is >= '\u3040' and <= '\u30FF');
        return refusal;
    }
}
