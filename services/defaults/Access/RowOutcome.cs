namespace Tsunagu.ServiceDefaults.Access;

/// <summary>What becomes of a row that somebody asks for.</summary>
public enum RowOutcome
{
    /// <summary>It is answered as absent.</summary>
    Refuse,

    /// <summary>It is shown as far as the items of a grant go.</summary>
    Mask,

    /// <summary>All of it is shown.</summary>
    Allow,
}
