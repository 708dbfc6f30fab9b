using Xunit;

namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>The comparison that the storm trusts finds what it is there to find.</summary>
public sealed class HistoryTests
{
    static readonly Passed Referral = new("r-1", "tax", "npo", "ACCEPTED", ["referral.sent", "referral.received", "referral.accepted"]);

    static readonly Seen Sent = new("r-1", "referral.sent", 1);
    static readonly Seen Received = new("r-1", "referral.received", 2);
    static readonly Seen Accepted = new("r-1", "referral.accepted", 3);

    [Fact]
    public void Faults_OfAWholeHistory_AreNone() => Assert.Empty(Faults(Sent, Received, Accepted));

    [Fact]
    public void Faults_WhenOneIsLost_NameTheReferral() => Assert.Contains("r-1", Assert.Single(Faults(Sent, Accepted)), StringComparison.Ordinal);

    [Fact]
    public void Faults_WhenTheLastIsLost_AreFound() => Assert.Single(Faults(Sent, Received));

    [Fact]
    public void Faults_WhenOneIsDoubled_AreFound() => Assert.Single(Faults(Sent, Received, Received, Accepted));

    [Fact]
    public void Faults_WhenTwoChangedPlaces_AreFound() => Assert.Single(Faults(Sent, Accepted, Received));

    [Fact]
    public void Faults_WhenAStrangersEventCame_AreFound() => Assert.Single(Faults(Sent, Received, Accepted, new("r-2", "referral.sent", 1)));

    [Fact]
    public void OfInbox_TellsTheReceiverOfTheSendingAndTheSenderOfTheAnswers()
    {
        Assert.Equal(["referral.sent"], Histories.OfInbox("npo", [Referral])["r-1"].Select(one => one.Type));
        Assert.Equal(["referral.received", "referral.accepted"], Histories.OfInbox("tax", [Referral])["r-1"].Select(one => one.Type));
    }

    static List<string> Faults(params Seen[] history) => [.. Histories.Faults("webhooks", Histories.OfAgency("npo", [Referral]), history)];
}
