using Aspire.Dashboard;
using Aspire.Dashboard.Store;
using Xunit;

namespace Tsunagu.Tests.Unit.Dashboard;

public sealed class LogStoreTests
{
    [Fact]
    public void Add_BeyondTheNumber_DropsTheOldest()
    {
        var store = new LogStore(new TelemetryLimits { Logs = 3 });

        store.Add([.. Enumerable.Range(1, 5).Select(i => Make.Log($"log {i}", time: i))]);

        Assert.Equal(["log 5", "log 4", "log 3"], store.List(new LogFilter(), 10).Select(l => l.Message));
    }

    [Fact]
    public void Add_BeyondBytes_StaysWithinThem()
    {
        var store = new LogStore(new TelemetryLimits { LogBytes = 50_000 });

        for (var i = 0; i < 100; i++)
            store.Add([Make.Log(new string('x', 2_000))]);

        Assert.InRange(store.Bytes, 1, 50_000);
        Assert.InRange(store.Count, 5, 20);
    }

    [Theory]
    [InlineData("household", LogSeverity.Trace, null, null, "c")]
    [InlineData(null, LogSeverity.Warning, null, null, "c,b")]
    [InlineData(null, LogSeverity.Trace, "ABC", null, "b")]
    [InlineData(null, LogSeverity.Trace, null, "A", "a")]
    public void List_WithAFilter_GivesThoseRecordsNewestFirst(string? resource, LogSeverity level, string? traceId, string? text, string expected)
    {
        var store = new LogStore(new TelemetryLimits());
        store.Add([Make.Log("a", time: 1), Make.Log("b", severity: 13, time: 2, traceId: "abc1"), Make.Log("c", severity: 17, time: 3, resource: "household")]);

        var found = store.List(new LogFilter { Resource = resource, MinimumLevel = level, TraceId = traceId, Text = text }, 10);

        Assert.Equal(expected, string.Join(',', found.Select(l => l.Message)));
    }
}
