using Microsoft.Extensions.Time.Testing;
using Tsunagu.Households.Imports;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class RightOfWayTests
{
    readonly FakeTimeProvider clock = new(DateTimeOffset.UnixEpoch.AddYears(50));
    readonly RightOfWay people;

    public RightOfWayTests() => people = new(clock);

    [Fact]
    public void NobodyAsks_ReadsWithoutRest()
    {
        using var file = people.Begin();
        clock.Advance(RightOfWay.Stretch);

        Assert.True(file.RestAsync(default).AsTask().IsCompleted);
    }

    [Fact]
    public void SomebodyWaits_ReadsUntilItsStretchIsOver()
    {
        using var file = people.Begin();
        people.Came();
        clock.Advance(RightOfWay.Stretch - TimeSpan.FromMicroseconds(1));

        Assert.True(file.RestAsync(default).AsTask().IsCompleted);
    }

    [Fact]
    public async Task SomebodyWaits_RestsAndReadsOnceAnswered()
    {
        using var file = people.Begin();
        people.Came();
        clock.Advance(RightOfWay.Stretch);

        var rest = file.RestAsync(default).AsTask();
        clock.Advance(RightOfWay.RestOf(1));
        Assert.False(rest.IsCompleted);

        people.Answered();
        await AdvanceUntilAsync(rest, RightOfWay.Stretch);
        Assert.True(file.RestAsync(default).AsTask().IsCompleted);
    }

    [Fact]
    public async Task SomebodyWaitsForLong_ReadsOnNevertheless()
    {
        using var file = people.Begin();
        people.Came();
        clock.Advance(RightOfWay.Stretch);

        await AdvanceUntilAsync(file.RestAsync(default).AsTask(), RightOfWay.Longest);
    }

    [Fact]
    public async Task SomebodyWasAnsweredLately_RestsForAShare()
    {
        using var file = people.Begin();
        people.Came();
        people.Answered();
        clock.Advance(RightOfWay.Lately - TimeSpan.FromMilliseconds(1));

        var rest = file.RestAsync(default).AsTask();
        Assert.False(rest.IsCompleted);
        await AdvanceUntilAsync(rest, RightOfWay.RestOf(1));
    }

    [Fact]
    public void LastAnswerWasLongAgo_ReadsWithoutRest()
    {
        using var file = people.Begin();
        people.Came();
        people.Answered();
        clock.Advance(RightOfWay.Lately);

        Assert.True(file.RestAsync(default).AsTask().IsCompleted);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void AllFilesTogether_ReadForAQuarterOfTheTime(int files)
    {
        var (stretch, rest) = (RightOfWay.Stretch.TotalMilliseconds, RightOfWay.RestOf(files).TotalMilliseconds);

        Assert.Equal(0.25, files * stretch / (stretch + rest), 6);
    }

    [Fact]
    public async Task FileThatWasRead_TakesNoShare()
    {
        using var file = people.Begin();
        people.Begin().Dispose();
        people.Came();
        people.Answered();
        clock.Advance(RightOfWay.Stretch);

        await AdvanceUntilAsync(file.RestAsync(default).AsTask(), RightOfWay.RestOf(1));
    }

    [Fact]
    public async Task ImportGivenUp_RestsNoLonger()
    {
        using var file = people.Begin();
        using var givenUp = new CancellationTokenSource();
        people.Came();
        clock.Advance(RightOfWay.Stretch);

        var rest = file.RestAsync(givenUp.Token).AsTask();
        await givenUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rest);
    }

    // A rest is several waits, each begun where the one before ended: time goes on in small steps, and no longer than is said.
    async Task AdvanceUntilAsync(Task rest, TimeSpan most)
    {
        var step = TimeSpan.FromMilliseconds(1);
        for (var gone = TimeSpan.Zero; gone < most && !rest.IsCompleted; gone += step)
        {
            clock.Advance(step);
            await Task.WhenAny(rest, Task.Delay(20));
        }
        Assert.True(rest.IsCompletedSuccessfully);
    }
}
