namespace Aspire.Dashboard.Resources;

/// <summary>Where a resource stands in its life.</summary>
public enum ResourceState
{
    /// <summary>Known, and waits for what it depends on.</summary>
    Waiting,

    /// <summary>Being started.</summary>
    Starting,

    /// <summary>Started; its health says whether it serves.</summary>
    Running,

    /// <summary>Ended unasked; is started again after a pause.</summary>
    Restarting,

    /// <summary>Asked to end.</summary>
    Stopping,

    /// <summary>Ended as it should.</summary>
    Finished,

    /// <summary>Could not be started, or ended unasked for good.</summary>
    Failed,
}
