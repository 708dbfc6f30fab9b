namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>To whom a record is opened. Numbers are those of the contract.</summary>
public enum GranteeKind
{
    /// <summary>Every member of an agency.</summary>
    Agency = 1,

    /// <summary>One staff member.</summary>
    Staff = 2,

    /// <summary>The agencies that attend a meeting.</summary>
    Meeting = 3,
}
