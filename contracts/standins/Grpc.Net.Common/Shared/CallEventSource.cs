using System.Diagnostics.Tracing;
using Grpc.Core;

namespace Grpc.Shared;

/// <summary>Counts the calls of one side; <c>dotnet-counters</c> and event listeners read it by its name.</summary>
sealed class CallEventSource(string name, bool serves) : EventSource(name)
{
    static readonly EventSourceOptions Detail = new() { Level = EventLevel.Verbose };
    static readonly EventSourceOptions Failure = new() { Level = EventLevel.Error };

    readonly List<DiagnosticCounter> counters = [];
    long total;
    long current;
    long failed;
    long late;
    long unimplemented;
    long sent;
    long received;

    internal void CallStart(string method)
    {
        Interlocked.Increment(ref total);
        Interlocked.Increment(ref current);
        if (IsEnabled(EventLevel.Verbose, EventKeywords.All))
            Write(nameof(CallStart), Detail, new { method });
    }

    /// <summary>Ends what <see cref="CallStart"/> began, with the status that this side gave or saw.</summary>
    internal void CallStop(StatusCode status)
    {
        if (status != StatusCode.OK)
            Fail(status);
        Interlocked.Decrement(ref current);
        if (IsEnabled(EventLevel.Verbose, EventKeywords.All))
            Write(nameof(CallStop), Detail);
    }

    internal void CallUnimplemented(string method)
    {
        Interlocked.Increment(ref unimplemented);
        if (IsEnabled(EventLevel.Verbose, EventKeywords.All))
            Write(nameof(CallUnimplemented), Detail, new { method });
    }

    internal void MessageSent()
    {
        Interlocked.Increment(ref sent);
        if (IsEnabled(EventLevel.Verbose, EventKeywords.All))
            Write(nameof(MessageSent), Detail);
    }

    internal void MessageReceived()
    {
        Interlocked.Increment(ref received);
        if (IsEnabled(EventLevel.Verbose, EventKeywords.All))
            Write(nameof(MessageReceived), Detail);
    }

    protected override void OnEventCommand(EventCommandEventArgs command)
    {
        if (command.Command != EventCommand.Enable)
            return;
        lock (counters)
        {
            if (counters.Count > 0)
                return;
            Add("total-calls", "Total Calls", () => Interlocked.Read(ref total));
            Add("current-calls", "Current Calls", () => Interlocked.Read(ref current));
            Add("calls-failed", "Total Calls Failed", () => Interlocked.Read(ref failed));
            Add("calls-deadline-exceeded", "Total Calls Deadline Exceeded", () => Interlocked.Read(ref late));
            if (serves)
                Add("calls-unimplemented", "Total Calls Unimplemented", () => Interlocked.Read(ref unimplemented));
            Add("messages-sent", "Total Messages Sent", () => Interlocked.Read(ref sent));
            Add("messages-received", "Total Messages Received", () => Interlocked.Read(ref received));
        }
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var counter in counters)
            counter.Dispose();
        base.Dispose(disposing);
    }

    void Fail(StatusCode status)
    {
        Interlocked.Increment(ref failed);
        if (status == StatusCode.DeadlineExceeded)
            Interlocked.Increment(ref late);
        if (!IsEnabled(EventLevel.Error, EventKeywords.All))
            return;
        Write("CallFailed", Failure, new { statusCode = (int)status });
        if (status == StatusCode.DeadlineExceeded)
            Write("CallDeadlineExceeded", Failure);
    }

    void Add(string counter, string display, Func<double> value) => counters.Add(new PollingCounter(counter, this, value) { DisplayName = display });
}
