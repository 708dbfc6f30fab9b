using System.Diagnostics;
using OpenTelemetry;

namespace Tsunagu.ServiceDefaults.Telemetry;

/// <summary>Removes what a span must not carry: queries of addresses and status texts that an exception wrote.</summary>
sealed class SpanScrubber : BaseProcessor<Activity>
{
    static readonly string[] Unwanted = ["url.query", "db.statement", "enduser.id"];

    /// <summary>Replaces message and stack of exceptions that libraries record on spans.</summary>
    public static readonly ActivityListener Listener = new()
    {
        ShouldListenTo = _ => true,
        ExceptionRecorder = (Activity _, Exception exception, ref TagList tags) =>
        {
            tags.Add("exception.type", exception.GetType().FullName);
            tags.Add("exception.message", ExceptionText.Message(exception) ?? "");
            tags.Add("exception.stacktrace", ExceptionText.Of(exception));
        },
    };

    public override void OnEnd(Activity data)
    {
        foreach (var name in Unwanted)
            if (data.GetTagItem(name) is not null)
                data.SetTag(name, null);
        // A library may have put an exception's message here. Codes are short and have no blanks.
        if (data.StatusDescription is { } description && description.Contains(' '))
            data.SetStatus(data.Status);
    }
}
