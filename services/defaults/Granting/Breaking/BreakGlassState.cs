namespace Tsunagu.ServiceDefaults.Granting.Breaking;

/// <summary>Where the review of a broken glass stands at a moment. Numbers are those of the contract.</summary>
public enum BreakGlassState
{
    /// <summary>It waits for its review.</summary>
    Open = 1,

    /// <summary>It waits, and its last day for that is over.</summary>
    Overdue = 2,

    /// <summary>It was found justified.</summary>
    Justified = 3,

    /// <summary>It was found unjustified.</summary>
    Unjustified = 4,
}
