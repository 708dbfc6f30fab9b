using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Referrals;

public sealed class ReferralAccessTests(ReferralSuite fixture) : IClassFixture<ReferralSuite>
{
    readonly Suite _suite = fixture.Suite;

    public static TheoryData<string> Verbs => ["get", "send", "receive", "accept", "return", "decline", "complete"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task ForeignAgency_GetsTheSameAnswerAsForAnUnknownId(string verb)
    {
        var sent = await _suite.SentAsync();

        var foreign = await Denied.AsAsync(StatusCode.NotFound, "REFERRAL_NOT_FOUND", () => DoAsync(verb, sent.ReferralId, _suite.Stranger));
        var unknown = await Denied.AsAsync(StatusCode.NotFound, "REFERRAL_NOT_FOUND", () => DoAsync(verb, Story.NewId(), _suite.Stranger));

        Assert.Equal(unknown.Detail, foreign.Detail);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Draft_IsUnknownToItsReceiver(string verb)
    {
        var draft = await _suite.DraftAsync();

        await Denied.AsAsync(StatusCode.NotFound, "REFERRAL_NOT_FOUND", () => DoAsync(verb, draft.ReferralId, _suite.Receiver));
    }

    [Theory]
    [InlineData("receive")]
    [InlineData("accept")]
    [InlineData("return")]
    [InlineData("decline")]
    [InlineData("complete")]
    public async Task Sender_DoesNotDoTheReceiversPart(string verb)
    {
        var sent = await _suite.SentAsync();

        await Denied.AsAsync(StatusCode.PermissionDenied, "REFERRAL_NOT_RECEIVER", () => DoAsync(verb, sent.ReferralId, _suite.Sender));
    }

    [Fact]
    public async Task Receiver_DoesNotDoTheSendersPart()
    {
        var returned = await _suite.ReturnAsync(await _suite.ReceiveAsync(await _suite.SentAsync()));

        await Denied.AsAsync(StatusCode.PermissionDenied, "REFERRAL_NOT_SENDER", () => DoAsync("send", returned.ReferralId, _suite.Receiver));
    }

    [Fact]
    public async Task WrongRole_IsRefusedByName() =>
        await Denied.AsAsync(StatusCode.PermissionDenied, "ROLE_NOT_PERMITTED", async () =>
            await _suite.Referrals.ListReferralsAsync(new ListReferralsRequest(), _suite.As(_suite.Planner)));

    [Fact]
    public async Task Read_WithoutPurpose_IsRefused()
    {
        var sent = await _suite.SentAsync();

        await Denied.AsAsync(StatusCode.PermissionDenied, "PURPOSE_MISSING", async () =>
            await _suite.Referrals.GetReferralAsync(new GetReferralRequest { ReferralId = sent.ReferralId }, _suite.As(_suite.Sender)));
    }

    [Fact]
    public async Task Call_WithoutToken_IsUnauthenticated() =>
        await Denied.AsAsync(StatusCode.Unauthenticated, "TOKEN_MISSING", async () =>
            await _suite.Referrals.ListReferralsAsync(new ListReferralsRequest()));

    [Fact]
    public async Task Create_ToAnUnknownAgency_IsRefused() =>
        await Denied.AsAsync(StatusCode.InvalidArgument, "AGENCY_UNKNOWN", () => _suite.DraftAsync("nowhere"));

    [Fact]
    public async Task Create_ToTheOwnAgency_IsRefused() =>
        await Denied.AsAsync(StatusCode.InvalidArgument, "REFERRAL_TO_SELF", () => _suite.DraftAsync(_suite.Sender.Agency));

    [Fact]
    public async Task Create_WithADeadlineInThePast_IsRefused()
    {
        var request = _suite.NewSheet();
        request.RespondBy = DateTimeOffset.UtcNow.AddMinutes(-1).ToTimestamp();

        await Denied.AsAsync(StatusCode.InvalidArgument, "RESPOND_BY_PAST", async () =>
            await _suite.Referrals.CreateReferralAsync(request, _suite.As(_suite.Sender)));
    }

    [Fact]
    public async Task Create_WithoutTheRequiredWords_NamesTheField()
    {
        var request = _suite.NewSheet();
        request.Content.Purpose = " ";

        var refusal = await Denied.AsAsync(StatusCode.InvalidArgument, "FIELD_INVALID", async () =>
            await _suite.Referrals.CreateReferralAsync(request, _suite.As(_suite.Sender)));

        Assert.Equal(["content.purpose"], refusal.Fields);
    }

    [Fact]
    public async Task Send_WithoutLegalBasis_IsRefusedAndNothingIsLogged()
    {
        var request = _suite.NewSheet();
        request.Content.LegalBasis = LegalBasis.Unspecified;
        var draft = await _suite.Referrals.CreateReferralAsync(request, _suite.As(_suite.Sender));

        await Denied.AsAsync(StatusCode.InvalidArgument, "LEGAL_BASIS_MISSING", () => _suite.SendAsync(draft));

        Assert.Equal(ReferralState.Draft, (await _suite.GetAsync(draft.ReferralId, _suite.Sender)).State);
        Assert.DoesNotContain((await _suite.EventsAsync(_suite.Sender, size: 1000)).Events, e => e.ReferralId == draft.ReferralId);
    }

    async Task DoAsync(string verb, string id, Person by)
    {
        var (request, who) = (Story.NewId(), _suite.As(by, "referral"));
        _ = verb switch
        {
            "get" => await _suite.Referrals.GetReferralAsync(new() { ReferralId = id }, who),
            "send" => await _suite.Referrals.SendReferralAsync(new() { RequestId = request, ReferralId = id }, who),
            "receive" => await _suite.Referrals.ReceiveReferralAsync(new() { RequestId = request, ReferralId = id }, who),
            "accept" => await _suite.Referrals.AcceptReferralAsync(new() { RequestId = request, ReferralId = id }, who),
            "return" => await _suite.Referrals.ReturnReferralAsync(new() { RequestId = request, ReferralId = id, Reason = "理由" }, who),
            "decline" => await _suite.Referrals.DeclineReferralAsync(new() { RequestId = request, ReferralId = id, Reason = "理由" }, who),
            "complete" => await _suite.Referrals.CompleteReferralAsync(new() { RequestId = request, ReferralId = id, Outcome = "結果" }, who),
            _ => throw new ArgumentOutOfRangeException(nameof(verb)),
        };
    }
}
