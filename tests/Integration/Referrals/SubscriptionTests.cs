using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Referrals;

public sealed class SubscriptionTests(ReferralSuite fixture) : IClassFixture<ReferralSuite>
{
    readonly Suite _suite = fixture.Suite;

    [Fact]
    public async Task Secret_IsToldOnceAndNeverListed()
    {
        var created = await CreateAsync(_suite.Receiver);

        Assert.StartsWith("whsec_", created.Secret, StringComparison.Ordinal);
        var listed = await _suite.Subscriptions.ListSubscriptionsAsync(
            new ListSubscriptionsRequest { AgencyId = _suite.Receiver.Agency }, _suite.As(_suite.Receiver));
        var row = Assert.Single(listed.Subscriptions, row => row.SubscriptionId == created.SubscriptionId);
        Assert.Equal(("", true, created.Url), (row.Secret, row.Active, row.Url));
    }

    [Fact]
    public async Task Delete_EndsItOnce()
    {
        var created = await CreateAsync(_suite.Receiver);

        var ended = await DeleteAsync(created, _suite.Receiver);

        Assert.Equal((false, ""), (ended.Active, ended.Secret));
        await Denied.AsAsync(StatusCode.FailedPrecondition, "SUBSCRIPTION_ENDED", () => DeleteAsync(created, _suite.Receiver));
    }

    [Fact]
    public async Task AnotherAgency_SeesAndEndsNothing()
    {
        var created = await CreateAsync(_suite.Receiver);

        await Denied.AsAsync(StatusCode.NotFound, "AGENCY_NOT_FOUND", () => DeleteAsync(created, _suite.Stranger));
        await Denied.AsAsync(StatusCode.NotFound, "AGENCY_NOT_FOUND", async () => await _suite.Subscriptions.ListSubscriptionsAsync(
            new ListSubscriptionsRequest { AgencyId = _suite.Receiver.Agency }, _suite.As(_suite.Stranger)));
        created.AgencyId = _suite.Stranger.Agency;
        await Denied.AsAsync(StatusCode.NotFound, "SUBSCRIPTION_NOT_FOUND", () => DeleteAsync(created, _suite.Stranger));
    }

    [Fact]
    public async Task Target_IsForProgramsAlone()
    {
        var created = await CreateAsync(_suite.Receiver);
        var request = new GetDeliveryTargetRequest { SubscriptionId = created.SubscriptionId };

        Assert.Equal(created.Secret, (await _suite.Subscriptions.GetDeliveryTargetAsync(request, _suite.AsService("notification"))).Secret);
        await Denied.AsAsync(StatusCode.PermissionDenied, "ROLE_NOT_PERMITTED", async () =>
            await _suite.Subscriptions.GetDeliveryTargetAsync(request, _suite.As(_suite.Receiver)));
    }

    [Fact]
    public async Task Address_ThatIsNone_IsRefused() =>
        await Denied.AsAsync(StatusCode.InvalidArgument, "SUBSCRIPTION_URL_INVALID", () => CreateAsync(_suite.Receiver, "ftp://example.jp/"));

    async Task<Subscription> CreateAsync(Person by, string url = "http://127.0.0.1:9/hook") => await _suite.Subscriptions.CreateSubscriptionAsync(
        new CreateSubscriptionRequest { RequestId = Story.NewId(), AgencyId = by.Agency, Url = url }, _suite.As(by));

    async Task<Subscription> DeleteAsync(Subscription subscription, Person by) => await _suite.Subscriptions.DeleteSubscriptionAsync(
        new DeleteSubscriptionRequest { RequestId = Story.NewId(), AgencyId = subscription.AgencyId, SubscriptionId = subscription.SubscriptionId },
        _suite.As(by));
}
