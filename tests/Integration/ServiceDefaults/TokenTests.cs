using Grpc.Core;
using Microsoft.IdentityModel.Tokens;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

public sealed class TokenTests(Served served) : IClassFixture<Served>
{
    [Fact]
    public async Task TokenOfAForeignIssuer_IsAcceptedAndGivesTheCaller()
    {
        var token = served.Issuer.Staff("s-7", "school");
        var created = await served.Calls.Referrals.CreateReferralAsync(Calls.Create(), Calls.As(token));
        var read = await served.Calls.Referrals.GetReferralAsync(new() { ReferralId = created.ReferralId }, Calls.As(token, "referral"));

        Assert.Equal("s-7|school|referral|", read.Reason);
    }

    [Fact]
    public async Task RotatedKey_IsFoundOnTheFirstCallThatUsesIt()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ProbeHost.StartAsync(served.Servers.Settings(("Identity:Authority", issuer.Authority)));
        using var calls = new Calls(host.GrpcAddress);
        var old = issuer.Staff();
        await calls.Referrals.CreateReferralAsync(Calls.Create(), Calls.As(old));
        issuer.Rotate();

        Assert.NotEmpty((await calls.Referrals.CreateReferralAsync(Calls.Create(), Calls.As(issuer.Staff()))).ReferralId);
        Assert.Equal("TOKEN_INVALID", (await Calls.RefusalAsync(calls.Referrals.CreateReferralAsync(Calls.Create(), Calls.As(old)))).Code);
    }

    [Fact]
    public async Task IssuerThatIsAway_IsSaidSoAndIsNoVerdictOnTheToken()
    {
        var issuer = await Issuer.StartAsync();
        var (token, authority) = (issuer.Staff(), issuer.Authority);
        await issuer.DisposeAsync();
        await using var host = await ProbeHost.StartAsync(served.Servers.Settings(("Identity:Authority", authority)));
        using var calls = new Calls(host.GrpcAddress);

        var refusal = await Calls.RefusalAsync(calls.Referrals.CreateReferralAsync(Calls.Create(), Calls.As(token)));
        Assert.Equal((StatusCode.Unavailable, "ISSUER_UNAVAILABLE"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public Task NoToken_IsTokenMissing() => RefusedAsync(null, "TOKEN_MISSING");

    [Fact]
    public Task Garbage_IsTokenInvalid() => RefusedAsync("garbage", "TOKEN_INVALID");

    [Fact]
    public Task WrongAudience_IsTokenInvalid() => RefusedAsync(Changed(token => token.Audience = "elsewhere"), "TOKEN_INVALID");

    [Fact]
    public Task WrongIssuer_IsTokenInvalid() => RefusedAsync(Changed(token => token.Issuer = "http://127.0.0.1:9/other"), "TOKEN_INVALID");

    [Fact]
    public Task Expired_IsTokenInvalid() => RefusedAsync(Changed(token => token.Expires = DateTime.UtcNow.AddSeconds(-60)), "TOKEN_INVALID");

    [Fact]
    public Task NotYetValid_IsTokenInvalid() => RefusedAsync(Changed(token => token.NotBefore = DateTime.UtcNow.AddSeconds(60)), "TOKEN_INVALID");

    [Fact]
    public Task WithoutExpiry_IsTokenInvalid() => RefusedAsync(Changed(token => token.Expires = null), "TOKEN_INVALID");

    [Fact]
    public Task Unsigned_IsTokenInvalid() => RefusedAsync(Changed(token => token.SigningCredentials = null), "TOKEN_INVALID");

    [Fact]
    public Task SignedWithASharedSecret_IsTokenInvalid() => RefusedAsync(
        Changed(token => token.SigningCredentials = new(
            new SymmetricSecurityKey("0123456789abcdef0123456789abcdef"u8.ToArray()), SecurityAlgorithms.HmacSha256)),
        "TOKEN_INVALID");

    [Fact]
    public Task SignedBySomebodyElse_IsTokenInvalid() => RefusedAsync(
        Changed(token => token.SigningCredentials = new(
            new RsaSecurityKey(System.Security.Cryptography.RSA.Create(2048)) { KeyId = token.SigningCredentials.Key.KeyId },
            SecurityAlgorithms.RsaSha256)),
        "TOKEN_INVALID");

    [Fact]
    public async Task ChangedAfterSigning_IsTokenInvalid()
    {
        var parts = served.Issuer.Staff().Split('.');
        var other = served.Issuer.Staff(agency: "housing").Split('.');
        await RefusedAsync($"{parts[0]}.{other[1]}.{parts[2]}", "TOKEN_INVALID");
    }

    [Fact]
    public Task StaffWithoutAgency_IsTokenInvalid() => RefusedAsync(
        served.Issuer.Token(Issuer.Claims("s-1", null, "caseworker")), "TOKEN_INVALID");

    [Fact]
    public async Task RoleThatIsNotPermitted_IsForbidden()
    {
        var refusal = await Calls.RefusalAsync(
            served.Calls.Referrals.CreateReferralAsync(Calls.Create(), Calls.As(served.Issuer.Staff(role: "auditor"))));
        Assert.Equal((StatusCode.PermissionDenied, "ROLE_NOT_PERMITTED"), (refusal.Status, refusal.Code));
    }

    [Theory]
    [InlineData(null, "PURPOSE_MISSING")]
    [InlineData("Not A Code", "PURPOSE_INVALID")]
    public async Task ReadThatNeedsAPurpose_IsForbiddenWithoutAGoodOne(string? purpose, string code)
    {
        var refusal = await Calls.RefusalAsync(served.Calls.Referrals.GetReferralAsync(
            new() { ReferralId = Guid.NewGuid().ToString() }, Calls.As(served.Issuer.Staff(), purpose)));
        Assert.Equal((StatusCode.PermissionDenied, code), (refusal.Status, refusal.Code));
    }

    string Changed(Action<SecurityTokenDescriptor> change) => served.Issuer.Token(Issuer.Claims("s-1", "tax", "caseworker"), change);

    async Task RefusedAsync(string? token, string code)
    {
        var refusal = await Calls.RefusalAsync(served.Calls.Referrals.CreateReferralAsync(Calls.Create(), Calls.As(token)));
        Assert.Equal((StatusCode.Unauthenticated, code), (refusal.Status, refusal.Code));
    }
}
