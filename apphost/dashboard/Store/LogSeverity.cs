namespace Aspire.Dashboard.Store;

/// <summary>Level of a log record, least first.</summary>
public enum LogSeverity
{
    /// <summary>Finest detail.</summary>
    Trace,

    /// <summary>For developers.</summary>
    Debug,

    /// <summary>The ordinary course.</summary>
    Information,

    /// <summary>Unexpected, and handled.</summary>
    Warning,

    /// <summary>An operation failed.</summary>
    Error,

    /// <summary>The process cannot go on.</summary>
    Critical,
}
