using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Tests.Integration.Writes;

public static partial class WriteRows
{
    const string PartnerAgency = "consumer-npo";
    const string LawyersAgency = "legal-office";

    static IEnumerable<KeyValuePair<string, Write>> ReferralWrites =>
    [
        new("tsunagu.referral.v1.ReferralService/CreateReferral", new("referral", world =>
        {
            var draft = Draft();
            return Task.FromResult(new Prepared(Worker(world), [draft], Changed(draft, other => other.Content.Request = "見守り")));
        })),
        new("tsunagu.referral.v1.ReferralService/SendReferral", new("referral", async world =>
        {
            var draft = await DraftAsync(world);
            return new(Worker(world), [new SendReferralRequest { RequestId = NewId(), ReferralId = draft.ReferralId, ExpectedVersion = draft.Version }]);
        })),
        new("tsunagu.referral.v1.ReferralService/ReceiveReferral", new("referral", async world =>
        {
            var sent = await SentAsync(world);
            return new(Partner(world), [new ReceiveReferralRequest { RequestId = NewId(), ReferralId = sent.ReferralId, ExpectedVersion = sent.Version }]);
        })),
        new("tsunagu.referral.v1.ReferralService/AcceptReferral", new("referral", async world =>
        {
            var received = await ReceivedAsync(world);
            return new(Partner(world), [new AcceptReferralRequest
            {
                RequestId = NewId(), ReferralId = received.ReferralId, ExpectedVersion = received.Version,
            }]);
        })),
        new("tsunagu.referral.v1.ReferralService/ReturnReferral", new("referral", async world =>
        {
            var received = await ReceivedAsync(world);
            return new(Partner(world), [new ReturnReferralRequest
            {
                RequestId = NewId(), ReferralId = received.ReferralId, ExpectedVersion = received.Version, Reason = "連絡先を書いてください",
            }]);
        })),
        new("tsunagu.referral.v1.ReferralService/DeclineReferral", new("referral", async world =>
        {
            var received = await ReceivedAsync(world);
            return new(Partner(world), [new DeclineReferralRequest
            {
                RequestId = NewId(), ReferralId = received.ReferralId, ExpectedVersion = received.Version, Reason = "対象地区の外です",
            }]);
        })),
        new("tsunagu.referral.v1.ReferralService/CompleteReferral", new("referral", async world =>
        {
            var received = await ReceivedAsync(world);
            var accepted = await Referrals(world, Partner(world)).AcceptReferralAsync(new() { RequestId = NewId(), ReferralId = received.ReferralId });
            return new(Partner(world), [new CompleteReferralRequest
            {
                RequestId = NewId(), ReferralId = accepted.ReferralId, ExpectedVersion = accepted.Version, Outcome = "家計相談を始めた",
            }]);
        })),
        new("tsunagu.referral.v1.SubscriptionService/CreateSubscription", new("referral", world =>
        {
            var wanted = Subscription();
            return Task.FromResult(new Prepared(Lawyer(world), [wanted], Changed(wanted, other => other.Url = "http://127.0.0.1:9/other")));
        })),
        new("tsunagu.referral.v1.SubscriptionService/DeleteSubscription", new("referral", async world =>
        {
            var subscriptions = new SubscriptionService.SubscriptionServiceClient(world.As("referral", Lawyer(world)));
            var (first, second) = (await subscriptions.CreateSubscriptionAsync(Subscription()), await subscriptions.CreateSubscriptionAsync(Subscription()));
            var end = new DeleteSubscriptionRequest { RequestId = NewId(), AgencyId = LawyersAgency, SubscriptionId = first.SubscriptionId };
            return new(Lawyer(world), [end], Changed(end, other => other.SubscriptionId = second.SubscriptionId));
        })),
    ];

    // Party to no referral: nothing is ever on its way to its subscriptions.
    static string Lawyer(WriteWorld world) => world.Token("legal-01", LawyersAgency, "partner");

    static string Partner(WriteWorld world) => world.Token("npo-01", PartnerAgency, "partner");

    static ReferralService.ReferralServiceClient Referrals(WriteWorld world, string token) => new(world.As("referral", token));

    static async Task<Referral> DraftAsync(WriteWorld world) => await Referrals(world, Worker(world)).CreateReferralAsync(Draft());

    static async Task<Referral> SentAsync(WriteWorld world)
    {
        var draft = await DraftAsync(world);
        return await Referrals(world, Worker(world)).SendReferralAsync(new() { RequestId = NewId(), ReferralId = draft.ReferralId });
    }

    static async Task<Referral> ReceivedAsync(WriteWorld world)
    {
        var sent = await SentAsync(world);
        return await Referrals(world, Partner(world)).ReceiveReferralAsync(new() { RequestId = NewId(), ReferralId = sent.ReferralId });
    }

    static CreateReferralRequest Draft() => new()
    {
        RequestId = NewId(),
        ToAgencyId = PartnerAgency,
        Content = new() { Purpose = "滞納の背景に借金がある", Request = "家計の相談", LegalBasis = LegalBasis.Emergency },
        RespondBy = DateTimeOffset.UtcNow.AddDays(7).ToTimestamp(),
    };

    static CreateSubscriptionRequest Subscription() => new() { RequestId = NewId(), AgencyId = LawyersAgency, Url = "http://127.0.0.1:9/hook" };
}
