using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Guarded;

/// <summary>A referral opens what it is about, as long as it is with the receiver.</summary>
[Collection(nameof(GuardedGroup))]
public sealed class ReferralGrantTests(WallFixture fixture)
{
    [Fact]
    public async Task SentReferral_OpensCaseAndConsultationToTheReceiver_UntilItIsReturned()
    {
        var (sender, receiver, stranger) = (await Agency.EnrolAsync(fixture), await Agency.EnrolAsync(fixture), await Agency.EnrolAsync(fixture));
        var opened = await sender.OpenCaseAsync();
        var referral = await DraftAsync(sender, receiver, opened);
        Assert.False(await receiver.SeesAsync(opened));

        await SendAsync(sender, referral);

        await Eventually.HoldsAsync(() => receiver.SeesAsync(opened), "the case is open");
        Assert.True(await receiver.SeesConsultationAsync(opened));
        Assert.False(await stranger.SeesAsync(opened));
        var grant = Assert.Single((await sender.Grants.ListGrantsAsync(new() { ResourceKind = "case", ResourceId = opened.CaseId })).Grants);
        Assert.Equal(("referral", referral.ReferralId, GrantBasis.Emergency), (grant.SourceKind, grant.SourceId, grant.Basis));

        await receiver.Referrals.ReceiveReferralAsync(new() { RequestId = Agency.NewId(), ReferralId = referral.ReferralId });
        await receiver.Referrals.ReturnReferralAsync(new() { RequestId = Agency.NewId(), ReferralId = referral.ReferralId, Reason = "連絡先" });
        await Eventually.HoldsAsync(async () => !await receiver.SeesAsync(opened), "the case is closed again");
        Assert.False(await receiver.SeesConsultationAsync(opened));

        await SendAsync(sender, referral);
        await Eventually.HoldsAsync(() => receiver.SeesAsync(opened), "the case is open again");
        await receiver.Referrals.ReceiveReferralAsync(new() { RequestId = Agency.NewId(), ReferralId = referral.ReferralId });
        await receiver.Referrals.DeclineReferralAsync(new() { RequestId = Agency.NewId(), ReferralId = referral.ReferralId, Reason = "対象外" });
        await Eventually.HoldsAsync(async () => !await receiver.SeesAsync(opened), "the case is closed for good");
    }

    [Fact]
    public async Task ReferralAboutACaseOfSomebodyElse_OpensNothing()
    {
        var (owner, sender, receiver) = (await Agency.EnrolAsync(fixture), await Agency.EnrolAsync(fixture), await Agency.EnrolAsync(fixture));
        var (foreign, own) = (await owner.OpenCaseAsync(), await sender.OpenCaseAsync());
        await SendAsync(sender, await DraftAsync(sender, receiver, foreign));
        // One queue, one after the other: once this one took effect, the first has been handled.
        var marker = await DraftAsync(sender, receiver, own);
        await SendAsync(sender, marker);
        await Eventually.HoldsAsync(() => receiver.SeesAsync(own), "the marker took effect");

        Assert.False(await receiver.SeesAsync(foreign));
        Assert.Empty((await owner.Grants.ListGrantsAsync(new() { ResourceKind = "case", ResourceId = foreign.CaseId })).Grants);
    }

    static async Task<Referral> DraftAsync(Agency sender, Agency receiver, Case about) => await sender.Referrals.CreateReferralAsync(new()
    {
        RequestId = Agency.NewId(),
        ToAgencyId = receiver.Id,
        CaseId = about.CaseId,
        ConsultationId = about.ConsultationId,
        Content = new() { Purpose = "架空", Request = "架空", LegalBasis = LegalBasis.Emergency },
        RespondBy = Timestamp.FromDateTime(DateTime.UtcNow.AddDays(3)),
    });

    static async Task SendAsync(Agency sender, Referral referral) =>
        await sender.Referrals.SendReferralAsync(new() { RequestId = Agency.NewId(), ReferralId = referral.ReferralId });
}
