using Grpc.Core;
using Npgsql;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

/// <summary>What the directory says of somebody decides their next call, once a commit has told this replica.</summary>
public sealed class StandingTests(Served served) : IClassFixture<Served>
{
    readonly string staff = $"s-{Guid.NewGuid():N}";

    [Theory]
    [InlineData("suspended = true", "STAFF_SUSPENDED")]
    [InlineData("valid_until = now()", "RIGHTS_EXPIRED")]
    [InlineData("roles = '{auditor}'", "ROLE_NOT_PERMITTED")]
    [InlineData("agency_id = 'elsewhere'", "STAFF_UNKNOWN")]
    public async Task Call_AfterTheDirectoryChanged_IsRefused(string change, string code)
    {
        var caller = Calls.As(served.Issuer.Staff(staff));
        Assert.NotEmpty((await served.Calls.Referrals.CreateReferralAsync(Calls.Create(), caller)).ReferralId);

        await using (var source = NpgsqlDataSource.Create(served.Servers.ServiceLogin))
        await using (var command = source.CreateCommand($"update directory_staff set {change} where staff_id = '{staff}'; notify directory"))
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        Assert.Equal(code, await Eventually.GetAsync(() => CodeAsync(caller), seen => seen == code));
    }

    async Task<string> CodeAsync(CallOptions caller)
    {
        try
        {
            await served.Calls.Referrals.CreateReferralAsync(Calls.Create(), caller);
            return "";
        }
        catch (RpcException e)
        {
            return RefusedCall.Of(e).Code;
        }
    }
}
