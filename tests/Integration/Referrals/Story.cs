using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Tests.Integration.Referrals;

/// <summary>Brings referrals to a state the way agencies bring them there.</summary>
static class Story
{
    public const string SecretWords = "滞納の背景に借金がある";

    public static string NewId() => Guid.NewGuid().ToString();

    public static CreateReferralRequest NewSheet(this Suite suite, string? to = null) => new()
    {
        RequestId = NewId(),
        ToAgencyId = to ?? suite.Receiver.Agency,
        Content = new SheetContent { Purpose = SecretWords, Request = "家計の相談", LegalBasis = LegalBasis.Emergency, Contact = "納税課" },
        RespondBy = DateTimeOffset.UtcNow.AddDays(7).ToTimestamp(),
    };

    public static async Task<Referral> DraftAsync(this Suite suite, string? to = null) =>
        await suite.Referrals.CreateReferralAsync(suite.NewSheet(to), suite.As(suite.Sender));

    public static async Task<Referral> SendAsync(this Suite suite, Referral draft) => await suite.Referrals.SendReferralAsync(
        new SendReferralRequest { RequestId = NewId(), ReferralId = draft.ReferralId }, suite.As(suite.Sender));

    public static async Task<Referral> SentAsync(this Suite suite) => await suite.SendAsync(await suite.DraftAsync());

    public static async Task<Referral> ReceiveAsync(this Suite suite, Referral sent) => await suite.Referrals.ReceiveReferralAsync(
        new ReceiveReferralRequest { RequestId = NewId(), ReferralId = sent.ReferralId }, suite.As(suite.Receiver));

    public static async Task<Referral> AcceptAsync(this Suite suite, Referral received) => await suite.Referrals.AcceptReferralAsync(
        new AcceptReferralRequest { RequestId = NewId(), ReferralId = received.ReferralId }, suite.As(suite.Receiver));

    public static async Task<Referral> ReturnAsync(this Suite suite, Referral received) => await suite.Referrals.ReturnReferralAsync(
        new ReturnReferralRequest { RequestId = NewId(), ReferralId = received.ReferralId, Reason = "世帯の様子を書いてください" },
        suite.As(suite.Receiver));

    public static async Task<Referral> CompleteAsync(this Suite suite, Referral accepted) => await suite.Referrals.CompleteReferralAsync(
        new CompleteReferralRequest { RequestId = NewId(), ReferralId = accepted.ReferralId, Outcome = "家計の見直しが終わった" },
        suite.As(suite.Receiver));

    public static async Task<Referral> GetAsync(this Suite suite, string id, Person reader) =>
        await suite.Referrals.GetReferralAsync(new GetReferralRequest { ReferralId = id }, suite.As(reader, "referral"));

    public static async Task<ListReferralEventsResponse> EventsAsync(this Suite suite, Person reader, string after = "", int size = 0) =>
        await suite.Referrals.ListReferralEventsAsync(new ListReferralEventsRequest { After = after, PageSize = size }, suite.As(reader));
}
