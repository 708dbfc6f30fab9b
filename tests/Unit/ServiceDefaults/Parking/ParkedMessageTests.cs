using Tsunagu.ServiceDefaults.Parking;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Parking;

public sealed class ParkedMessageTests
{
    static readonly DateTimeOffset Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Replaying")]
    [InlineData("Replayed")]
    [InlineData("Discarded")]
    public void MessageThatDoesNotWait_IsNotDecidedOn(string state)
    {
        var message = In(Enum.Parse<ParkedState>(state));

        Assert.Equal("PARKED_MESSAGE_WRONG_STATE", Assert.Throws<Refusal>(message.RequestReplay).Code);
        Assert.Equal("PARKED_MESSAGE_WRONG_STATE", Assert.Throws<Refusal>(() => message.Discard(new("admin-01"), "重複", Now)).Code);
    }

    [Fact]
    public void ReplayThatFails_WaitsForAnotherDecisionWithItsNewCause()
    {
        var message = In(ParkedState.Parked);
        message.RequestReplay();
        message.Fail("FormatException");

        Assert.Equal((ParkedState.Parked, "FormatException", 5), (message.State, message.Cause, message.Attempts));
    }

    [Fact]
    public void Line_IsKnownByItsKey()
    {
        var line = new ParkingLine("notification-referral", Guid.CreateVersion7());

        Assert.Equal(line, ParkingLine.OfKey(line.Key));
    }

    static ParkedMessage In(ParkedState state) => new()
    {
        Id = Guid.CreateVersion7(),
        Endpoint = "notification-referral",
        EventId = Guid.CreateVersion7(),
        Line = Guid.CreateVersion7(),
        AggregateId = null,
        Sequence = null,
        Type = "",
        Body = [],
        Cause = "InvalidOperationException",
        Attempts = 4,
        ParkedAt = Now,
        State = state,
    };
}
