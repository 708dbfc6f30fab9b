namespace Aspire.Dashboard.Store;

/// <summary>A finished span as it was received.</summary>
public sealed record SpanRecord
{
    /// <summary>32 lower-case hexadecimal digits.</summary>
    public required string TraceId { get; init; }

    /// <summary>16 lower-case hexadecimal digits, unique within the trace.</summary>
    public required string SpanId { get; init; }

    /// <summary>The span this one is part of; null at the root. It may arrive later or never.</summary>
    public string? ParentSpanId { get; init; }

    /// <summary>Name of the operation.</summary>
    public required string Name { get; init; }

    /// <summary>Service name of the process that sent it.</summary>
    public required string Resource { get; init; }

    /// <summary>Name of the activity source.</summary>
    public string Scope { get; init; } = "";

    /// <summary>What it stands for.</summary>
    public SpanKind Kind { get; init; }

    /// <summary>Start, in nanoseconds since 1970-01-01 UTC, by the clock of the sender.</summary>
    public required long StartNanos { get; init; }

    /// <summary>End, in nanoseconds since 1970-01-01 UTC; never before the start.</summary>
    public required long EndNanos { get; init; }

    /// <summary>True when the sender marked it as failed.</summary>
    public bool IsError { get; init; }

    /// <summary>What the sender said of the failure.</summary>
    public string StatusMessage { get; init; } = "";

    /// <summary>Attributes of the span.</summary>
    public IReadOnlyList<Tag> Attributes { get; init; } = [];

    /// <summary>Moments within the span.</summary>
    public IReadOnlyList<SpanEvent> Events { get; init; } = [];

    /// <summary>Spans it relates to without being part of them.</summary>
    public IReadOnlyList<SpanLink> Links { get; init; } = [];

    /// <summary>Length in nanoseconds.</summary>
    public long DurationNanos => EndNanos - StartNanos;

    /// <summary>Bytes it is reckoned to occupy.</summary>
    public long EstimatedBytes => 400 + 2L * (Name.Length + StatusMessage.Length) + Tag.Bytes(Attributes)
        + Events.Sum(e => 80 + 2L * e.Name.Length + Tag.Bytes(e.Attributes))
        + Links.Sum(l => 200 + Tag.Bytes(l.Attributes));
}
