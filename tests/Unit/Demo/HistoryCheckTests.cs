using Tsunagu.AppHost.Demo;
using Xunit;

namespace Tsunagu.Tests.Unit.Demo;

public sealed class HistoryCheckTests
{
    static readonly Dictionary<string, IReadOnlyList<string>> TwoSteps = new() { ["r1"] = ["referral.sent", "referral.received"] };

    static readonly Received Sent = new("w1", "referral.sent", "r1", 1);
    static readonly Received Taken = new("w2", "referral.received", "r1", 2);

    [Fact]
    public void Faults_WhenEverythingArrivedInOrder_AreNone() => Assert.Empty(HistoryCheck.Faults(TwoSteps, [Sent, Taken]));

    [Fact]
    public void Faults_WhenARepeatHasTheSameId_AreNone() => Assert.Empty(HistoryCheck.Faults(TwoSteps, [Sent, Sent, Taken, Sent]));

    [Fact]
    public void Faults_WhenOneIsLost_NameIt() =>
        Assert.Equal(["r1: referral.received が届いていません"], HistoryCheck.Faults(TwoSteps, [Sent]));

    [Fact]
    public void Faults_WhenTheOrderIsTurned_NameBothPlaces() =>
        Assert.Equal(2, HistoryCheck.Faults(TwoSteps, [Taken, Sent]).Count);

    [Fact]
    public void Faults_WhenTheSameEventComesUnderANewId_NameTheExtraOne() =>
        Assert.Equal(["r1: referral.received（2）が余分に届きました"], HistoryCheck.Faults(TwoSteps, [Sent, Taken, Taken with { Id = "w3" }]));

    [Fact]
    public void Faults_WhenNobodySentTheReferral_NameIt() =>
        Assert.Equal(
            ["r9: 送っていない連携の通知があります"],
            HistoryCheck.Faults(TwoSteps, [Sent, Taken, Sent with { Id = "w9", ReferralId = "r9" }]));
}
