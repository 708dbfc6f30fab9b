namespace Tsunagu.Households.Domain;

/// <summary>Where a received file stands.</summary>
enum ImportState
{
    Running,
    Applied,

    /// <summary>The same bytes as the file before: nothing to do.</summary>
    Unchanged,

    /// <summary>Set aside as a whole; the data is as it was.</summary>
    Quarantined,
    Failed,
}
