using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.Integration.Intake;

namespace Tsunagu.Tests.Integration.Access;

/// <summary>Requests about referrals and subscriptions.</summary>
static partial class Requests
{
    static Dictionary<string, Request> OfReferral(AccessStage stage) => new()
    {
        ["ReferralService.CreateReferral"] = new(() => NewReferral(Elsewhere)),
        ["ReferralService.GetReferral"] = new(() => new GetReferralRequest { ReferralId = stage.Referral.ReferralId }),
        ["ReferralService.ListReferrals"] = new(() => new ListReferralsRequest { State = ReferralState.Received, PageSize = 100 }, stage.Referral.ReferralId),
        // Whoever may not send it is told so before its state is looked at, and nobody may send it twice.
        ["ReferralService.SendReferral"] = new(() => new SendReferralRequest { RequestId = Desk.NewId(), ReferralId = stage.Referral.ReferralId }),
        ["ReferralService.ReceiveReferral"] = new(() => new ReceiveReferralRequest
        {
            RequestId = Desk.NewId(),
            ReferralId = stage.Referral.ReferralId,
            ExpectedVersion = Stale,
        }),
        ["ReferralService.AcceptReferral"] = new(() => new AcceptReferralRequest
        {
            RequestId = Desk.NewId(),
            ReferralId = stage.Referral.ReferralId,
            ExpectedVersion = Stale,
        }),
        ["ReferralService.ReturnReferral"] = new(() => new ReturnReferralRequest
        {
            RequestId = Desk.NewId(),
            ReferralId = stage.Referral.ReferralId,
            ExpectedVersion = Stale,
            Reason = "様子を書いてください",
        }),
        ["ReferralService.DeclineReferral"] = new(() => new DeclineReferralRequest
        {
            RequestId = Desk.NewId(),
            ReferralId = stage.Referral.ReferralId,
            ExpectedVersion = Stale,
            Reason = "対象外です",
        }),
        ["ReferralService.CompleteReferral"] = new(() => new CompleteReferralRequest
        {
            RequestId = Desk.NewId(),
            ReferralId = stage.Referral.ReferralId,
            ExpectedVersion = Stale,
            Outcome = "終わりました",
        }),
        ["ReferralService.ListReferralEvents"] = new(() => new ListReferralEventsRequest { PageSize = 1000 }, stage.Referral.ReferralId),
        ["SubscriptionService.CreateSubscription"] = new(() => new CreateSubscriptionRequest
        {
            RequestId = Desk.NewId(),
            AgencyId = AccessStage.Owner,
            Url = stage.NewUrl(),
        }),
        ["SubscriptionService.ListSubscriptions"] = new(() => new ListSubscriptionsRequest { AgencyId = AccessStage.Owner }),
        ["SubscriptionService.DeleteSubscription"] = new(async () => new DeleteSubscriptionRequest
        {
            RequestId = Desk.NewId(),
            AgencyId = AccessStage.Owner,
            SubscriptionId = (await stage.NewSubscriptionAsync()).SubscriptionId,
        }),
        ["SubscriptionService.GetDeliveryTarget"] = new(() => new GetDeliveryTargetRequest { SubscriptionId = stage.Subscription.SubscriptionId }),
    };
}
