using Tsunagu.ServiceDefaults.Scheduling;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Scheduling;

public sealed class ScheduleBackoffTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(12, 2048)]
    [InlineData(13, 3600)]
    [InlineData(int.MaxValue, 3600)]
    public void Delay_DoublesUpToAnHour(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), ScheduleBackoff.DelayAfter(failures));

    [Fact]
    public void Delay_BeforeAnyFailure_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ScheduleBackoff.DelayAfter(0));
}
