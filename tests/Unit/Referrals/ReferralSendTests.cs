using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Referrals;

public sealed class ReferralSendTests
{
    [Fact]
    public void Draft_ToTheOwnAgency_IsRefused()
    {
        var refusal = Assert.Throws<Refusal>(() => Referral.Draft(
            ReferralId.New(), Sheets.Sender, Sheets.Sender.Agency, new Origin(null, null), Sheets.Sheet(), null, Sheets.Now));

        Assert.Equal((RefusalKind.Invalid, "REFERRAL_TO_SELF"), (refusal.Kind, refusal.Code));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Draft_WithADeadlineNotAhead_IsRefused(int seconds) =>
        Assert.Equal("RESPOND_BY_PAST", Assert.Throws<Refusal>(() => Sheets.Draft(respondBy: Sheets.Now.AddSeconds(seconds))).Code);

    [Fact]
    public void Send_WithoutLegalBasis_IsRefusedAndStaysADraft()
    {
        var referral = Sheets.Draft(Sheets.Sheet(LegalBasis.None));

        var refusal = Assert.Throws<Refusal>(() => referral.Send(Sheets.Sender, null, null, Sheets.Now));

        Assert.Equal((RefusalKind.Invalid, "LEGAL_BASIS_MISSING"), (refusal.Kind, refusal.Code));
        Assert.Equal((ReferralState.Draft, 0), (referral.State, referral.Sequence));
    }

    [Fact]
    public void Send_WithMendedSheet_TakesItsLegalBasisAndWords()
    {
        var referral = Sheets.Draft(Sheets.Sheet(LegalBasis.None));

        referral.Send(Sheets.Sender, Sheets.Sheet(LegalBasis.Emergency), null, Sheets.Now);

        Assert.Equal((ReferralState.Sent, LegalBasis.Emergency), (referral.State, referral.Sheet.LegalBasis));
    }

    [Fact]
    public void Send_WithMendedSheetThatLostItsLegalBasis_KeepsTheOldSheet()
    {
        var referral = Sheets.Draft();

        Assert.Throws<Refusal>(() => referral.Send(Sheets.Sender, Sheets.Sheet(LegalBasis.None), null, Sheets.Now));

        Assert.Equal(LegalBasis.Consent, referral.Sheet.LegalBasis);
    }

    [Fact]
    public void Send_WithoutAnyDeadline_IsRefused()
    {
        var referral = Referral.Draft(
            ReferralId.New(), Sheets.Sender, Sheets.Receiver.Agency, new Origin(null, null), Sheets.Sheet(), null, Sheets.Now);

        Assert.Equal("RESPOND_BY_MISSING", Assert.Throws<Refusal>(() => referral.Send(Sheets.Sender, null, null, Sheets.Now)).Code);
    }

    [Fact]
    public void Send_AfterTheDraftsDeadline_NeedsANewOne()
    {
        var referral = Sheets.Draft();
        var late = Sheets.Deadline.AddMinutes(1);

        Assert.Equal("RESPOND_BY_PAST", Assert.Throws<Refusal>(() => referral.Send(Sheets.Sender, null, null, late)).Code);
        referral.Send(Sheets.Sender, null, late.AddDays(3), late);

        Assert.Equal((ReferralState.Sent, late.AddDays(3)), (referral.State, referral.RespondBy));
    }

    [Fact]
    public void Send_AfterAReturn_GoesOutAgainWithTheNextNumberAndKeepsTheReason()
    {
        var referral = Sheets.In(ReferralState.Returned);

        referral.Send(Sheets.Sender, Sheets.Sheet(), null, Sheets.Now.AddHours(2));

        Assert.Equal((ReferralState.Sent, 4), (referral.State, referral.Sequence));
        Assert.Equal("連絡先を書いてください", referral.Reason);
        Assert.Equal(
            [ReferralState.Draft, ReferralState.Sent, ReferralState.Received, ReferralState.Returned, ReferralState.Sent],
            referral.History.Select(step => step.State));
        Assert.Equal([1, 2, 3, 4, 5], referral.History.Select(step => step.Number));
    }

    [Fact]
    public void Clock_ThatRunsBehind_NeverTurnsHistoryBack()
    {
        var referral = Sheets.In(ReferralState.Sent);

        referral.Receive(Sheets.Receiver, Sheets.Now.AddMinutes(-5));

        Assert.Equal(Sheets.Now, referral.History[^1].At);
    }
}
