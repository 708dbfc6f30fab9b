namespace Tsunagu.Intake.Domain;

/// <summary>Where a case stands. Numbers are those of the contract.</summary>
public enum CaseState
{
    /// <summary>The household is being supported.</summary>
    Open = 1,

    /// <summary>Support has ended.</summary>
    Closed = 2,
}
