using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Tests.Unit.Referrals;

/// <summary>Referrals brought to a state the way agencies bring them there.</summary>
static class Sheets
{
    public static readonly DateTimeOffset Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Deadline = Now.AddDays(7);
    public static readonly Actor Sender = new(new StaffId("tax-01"), new AgencyId("tax-collection"));
    public static readonly Actor Receiver = new(new StaffId("shakyo-01"), new AgencyId("social-welfare-council"));
    public static readonly Actor Stranger = new(new StaffId("npo-01"), new AgencyId("consumer-npo"));

    public static Sheet Sheet(LegalBasis basis = LegalBasis.Consent) => new()
    {
        Purpose = "滞納の背景に生活の困りごとがある",
        Request = "家計の相談をお願いしたい",
        AlreadyTried = "",
        HouseholdPicture = "",
        PersonsWish = "",
        LegalBasis = basis,
        Contact = "納税課",
    };

    public static Referral Draft(Sheet? sheet = null, DateTimeOffset? respondBy = null) => Referral.Draft(
        ReferralId.New(), Sender, Receiver.Agency, new Origin(null, null), sheet ?? Sheet(), respondBy ?? Deadline, Now);

    public static Referral In(ReferralState state)
    {
        var referral = Draft();
        foreach (var verb in PathTo(state))
            Do(referral, verb, verb is ReferralVerb.Send ? Sender : Receiver, Now);
        return referral;
    }

    public static void Do(Referral referral, ReferralVerb verb, Actor by, DateTimeOffset now)
    {
        switch (verb)
        {
            case ReferralVerb.Send: referral.Send(by, null, null, now); break;
            case ReferralVerb.Receive: referral.Receive(by, now); break;
            case ReferralVerb.Accept: referral.Accept(by, now); break;
            case ReferralVerb.Return: referral.Return(by, "連絡先を書いてください", now); break;
            case ReferralVerb.Decline: referral.Decline(by, "対象の地域ではありません", now); break;
            case ReferralVerb.Complete: referral.Complete(by, "家計の見直しが終わった", now); break;
            default: throw new ArgumentOutOfRangeException(nameof(verb));
        }
    }

    static ReferralVerb[] PathTo(ReferralState state) => state switch
    {
        ReferralState.Draft => [],
        ReferralState.Sent => [ReferralVerb.Send],
        ReferralState.Received => [ReferralVerb.Send, ReferralVerb.Receive],
        ReferralState.Accepted => [ReferralVerb.Send, ReferralVerb.Receive, ReferralVerb.Accept],
        ReferralState.Returned => [ReferralVerb.Send, ReferralVerb.Receive, ReferralVerb.Return],
        ReferralState.Declined => [ReferralVerb.Send, ReferralVerb.Receive, ReferralVerb.Decline],
        ReferralState.Completed => [ReferralVerb.Send, ReferralVerb.Receive, ReferralVerb.Accept, ReferralVerb.Complete],
    };
}
