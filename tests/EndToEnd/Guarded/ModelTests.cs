using Xunit;

namespace Tsunagu.Tests.EndToEnd.Guarded;

/// <summary>The model must be able to say no: each violation is shown to it once.</summary>
public sealed class ModelTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
    static readonly Reader Npo = new("npo-01", "npo");
    static readonly Given Whole = new("g", null, ["npo"], [], Start.AddHours(1));
    static readonly RecordState Granted = new("tax", [Whole]);
    static readonly RecordState Alone = new("tax", []);

    [Fact]
    public void ReadAfterAnAcknowledgedRevoke_MayShowNothing()
    {
        var revoke = new Change("revoke", At(10), At(20), Granted, Alone);

        Assert.Equal([Sight.Nothing], revoke.Possible(new(Npo, At(21), At(25), Sight.All)));
        Assert.Equal([Sight.All, Sight.Nothing], revoke.Possible(new(Npo, At(15), At(25), Sight.All)).OrderDescending());
        Assert.Equal([Sight.All], revoke.Possible(new(Npo, At(1), At(9), Sight.All)));
    }

    [Fact]
    public void ReadAfterAnAcknowledgedGrant_MayNotBeRefused() =>
        Assert.Equal([Sight.All], new Change("grant", At(10), At(20), Alone, Granted).Possible(new(Npo, At(21), At(25), Sight.Nothing)));

    [Fact]
    public void ReadAfterTheEndOfAGrant_MayShowNothing()
    {
        var state = new RecordState("tax", [Whole with { Until = At(50) }]);
        var none = new Change("none", At(0), At(0), state, state);

        Assert.Equal([Sight.Nothing], none.Possible(new(Npo, At(50), At(60), Sight.All)));
        Assert.Equal([Sight.All, Sight.Nothing], none.Possible(new(Npo, At(40), At(60), Sight.All)).OrderDescending());
    }

    [Fact]
    public void Items_AddUpAndOthersGainNothing()
    {
        var state = new RecordState("tax", [Whole with { Items = ["complaint"] }, new("h", "npo-01", [], ["issues"], At(100))]);

        Assert.Equal(Sight.All, state.At(At(1), Npo));
        Assert.Equal(Sight.Frame | Sight.Complaint, state.At(At(1), new("npo-02", "npo")));
        Assert.Equal(Sight.Nothing, state.At(At(1), new("school-01", "school")));
    }

    [Fact]
    public void GrantToAMeeting_ShowsTheRecordToWhoeverAttends()
    {
        var state = new RecordState("tax", [Whole with { Agencies = ["npo", "school"] }]);

        Assert.Equal(
            [Sight.All, Sight.All, Sight.Nothing],
            new[] { Npo, new("school-01", "school"), new("hospital-01", "hospital") }.Select(reader => state.At(At(1), reader)));
    }

    [Fact]
    public void FormerOwner_SeesNothingAfterATransfer() => Assert.Equal(
        [Sight.Nothing],
        new Change("transfer", At(10), At(20), Alone, Alone with { Owner = "npo" }).Possible(new(new("tax-01", "tax"), At(21), At(22), Sight.All)));

    static DateTimeOffset At(int milliseconds) => Start.AddMilliseconds(milliseconds);
}
