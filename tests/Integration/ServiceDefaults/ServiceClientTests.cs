using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

public sealed class ServiceClientTests : IAsyncLifetime
{
    readonly Served called = new();
    ProbeHost calling = null!;
    Calls calls = null!;

    public async ValueTask InitializeAsync()
    {
        await called.InitializeAsync();
        calling = await ProbeHost.StartAsync(called.Servers.Settings(
            ("Identity:Authority", called.Issuer.Authority), ("Identity:ClientId", "probe"), ("Identity:ClientSecret", "secret"),
            ("services:referral:grpc:0", called.Host.GrpcAddress.ToString())));
        calls = new(calling.GrpcAddress);
    }

    public async ValueTask DisposeAsync()
    {
        calls.Dispose();
        await calling.DisposeAsync();
        await called.DisposeAsync();
    }

    [Fact]
    public async Task CallInsideACall_ActsForTheCallerWithPurposeAndRemainingTime()
    {
        var answer = await calls.Referrals.ListReferralsAsync(
            new(), Calls.As(called.Issuer.Staff("s-5"), "meeting", DateTime.UtcNow.AddSeconds(9)));
        var seen = Assert.Single(answer.Referrals);
        Assert.Equal("s-5", seen.FromAgencyId);
        Assert.Matches(@"^meeting\|[4-9]$", seen.ToAgencyId);
        Assert.Equal(0, called.Issuer.TokenRequests);
    }

    [Fact]
    public async Task CallOutsideACall_ActsForTheServiceAndIsBounded()
    {
        // The time that the first call of a program takes on a busy machine is not what is looked at.
        await Directory.ListAgenciesAsync(new(), deadline: DateTime.UtcNow.AddMinutes(1), cancellationToken: TestContext.Current.CancellationToken);
        var answer = await Directory.ListAgenciesAsync(new(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(("service:probe", "|10"), (answer.Agencies[0].AgencyId, answer.Agencies[0].Name));
    }

    [Fact]
    public async Task OwnToken_IsFetchedOnceForAllWhoWaitAndKept()
    {
        var token = calling.Services.GetRequiredService<ServiceToken>();
        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => token.GetAsync(TestContext.Current.CancellationToken)));
        Assert.Single(tokens.Distinct());
        Assert.Equal(1, called.Issuer.TokenRequests);
    }

    [Fact]
    public async Task OwnToken_IsRenewedBeforeItEndsAndKeptWhileTheIssuerIsAway()
    {
        called.Issuer.TokenLife = 12;
        var token = calling.Services.GetRequiredService<ServiceToken>();
        var first = await token.GetAsync(TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(6.5), TestContext.Current.CancellationToken);
        called.Issuer.TokensRefused = true;
        Assert.Equal(first, await token.GetAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, called.Issuer.TokenRequests);
    }

    [Fact]
    public async Task OwnToken_IsAskedForAgainWhileTheIssuerIsDown()
    {
        called.Issuer.TokensRefused = true;
        var token = calling.Services.GetRequiredService<ServiceToken>().GetAsync(TestContext.Current.CancellationToken);
        await Eventually.GetAsync(() => Task.FromResult(called.Issuer.TokenRequests), n => n >= 2);
        called.Issuer.TokensRefused = false;
        Assert.NotEmpty(await token);
    }

    [Fact]
    public async Task ServiceThatIsAwayForAMoment_IsAskedAgain()
    {
        called.Host.Gate.DirectoryAway = 2;
        Assert.Single((await calls.Referrals.ListReferralsAsync(new(), Calls.As(called.Issuer.Staff()))).Referrals);
    }

    [Fact]
    public async Task ServiceThatStaysAway_IsToldAsItSaidIt()
    {
        called.Host.Gate.DirectoryAway = 100;
        var refusal = await Calls.RefusalAsync(calls.Referrals.ListReferralsAsync(new(), Calls.As(called.Issuer.Staff())));
        Assert.Equal((StatusCode.Unavailable, "AWAY", 96), (refusal.Status, refusal.Code, called.Host.Gate.DirectoryAway));
    }

    [Fact]
    public async Task ServiceThatDoesNotAnswerAtAll_IsADependencyAway()
    {
        await called.Host.DisposeAsync();
        var refusal = await Calls.RefusalAsync(calls.Referrals.ListReferralsAsync(new(), Calls.As(called.Issuer.Staff())));
        Assert.Equal((StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE"), (refusal.Status, refusal.Code));
    }

    DirectoryService.DirectoryServiceClient Directory => calling.Services.GetRequiredService<DirectoryService.DirectoryServiceClient>();
}
