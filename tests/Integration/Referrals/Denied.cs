using Grpc.Core;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Referrals;

/// <summary>Expects a refusal with its status and stable code, in words that tell no internals.</summary>
static class Denied
{
    public static async Task<RefusedCall> AsAsync(StatusCode status, string code, Func<Task> call)
    {
        var refusal = RefusedCall.Of(await Assert.ThrowsAsync<RpcException>(call));
        Assert.Equal((status, code), (refusal.Status, refusal.Code));
        Assert.Contains(refusal.Detail, letter => letter is >= '\u3040' and <= '\u30FF');
        Assert.DoesNotContain("Exception", refusal.Detail, StringComparison.Ordinal);
        return refusal;
    }
}
