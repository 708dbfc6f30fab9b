namespace Aspire.Dashboard.Store;

/// <summary>What a span stands for, in the numbering of the OpenTelemetry protocol.</summary>
public enum SpanKind
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>Work inside a process.</summary>
    Internal,

    /// <summary>Serves a remote request.</summary>
    Server,

    /// <summary>Makes a remote request.</summary>
    Client,

    /// <summary>Sends a message.</summary>
    Producer,

    /// <summary>Handles a message.</summary>
    Consumer,
}
