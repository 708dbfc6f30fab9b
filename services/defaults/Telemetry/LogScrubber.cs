using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Tsunagu.ServiceDefaults.Telemetry;

/// <summary>Exports an exception by type and stack alone, as <see cref="ExceptionText"/> gives it.</summary>
sealed class LogScrubber : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is not { } exception)
            return;
        var attributes = new List<KeyValuePair<string, object?>>(data.Attributes ?? [])
        {
            new("exception.type", exception.GetType().FullName),
            new("exception.stacktrace", ExceptionText.Of(exception)),
        };
        data.Attributes = attributes;
        data.Exception = null;
    }
}
