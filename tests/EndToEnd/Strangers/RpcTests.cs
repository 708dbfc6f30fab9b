using Tsunagu.Tests.EndToEnd.Hosting;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Strangers;

/// <summary>Every RPC of the contract, by grpc-js at the gRPC door and by plain HTTP at the REST door: the same answer.</summary>
[Collection(RunningSuite.Name)]
public sealed class RpcTests(Walk walk) : IClassFixture<Walk>
{
    // What the walk cannot bring about within a test: then both doors give the same refusal.
    static readonly Dictionary<string, string> Refused = new()
    {
        ["tsunagu.notification.v1.NotificationService/RetryDelivery"] = "DELIVERY_NOT_FAILED",
    };

    const string RenewStaffRights = "tsunagu.referral.v1.DirectoryService/RenewStaffRights";

    public static TheoryData<string> WithRest => [.. Rpcs.All.Where(method => Rpcs.RestOf(method) is not null).Select(Rpcs.NameOf)];

    [Theory]
    [MemberData(nameof(WithRest))]
    public void Rpc_IsAnsweredAlikeAtBothDoors(string rpc)
    {
        var met = walk.Of(rpc);

        Assert.True(met.Count > 0, $"The walk does not call {rpc}. {walk.Breakdown}");
        Assert.All(met, one =>
        {
            Assert.True(one.Grpc == one.Http, $"gRPC:\n{one.Grpc}\nREST:\n{one.Http}");
            Assert.Equal(Expected(rpc), one.Grpc.Refused?.Code);
            Assert.All(one.Grpc.Messages, message => Assert.True(message.CalculateSize() > 0, "An answer without content proves little."));
        });
    }

    static string? Expected(string rpc) => rpc == RenewStaffRights && !Walk.RightsAreRenewable ? "RIGHTS_NOT_RENEWABLE" : Refused.GetValueOrDefault(rpc);

    [Fact]
    public void Walk_ComesToItsEnd() => Assert.Null(walk.Breakdown);
}
