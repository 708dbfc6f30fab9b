namespace Tsunagu.Intake.Domain;

/// <summary>緊急度. Numbers are those of the contract.</summary>
public enum Urgency
{
    /// <summary>Ordinary handling.</summary>
    Routine = 1,

    /// <summary>To be handled soon.</summary>
    Soon = 2,

    /// <summary>To be handled at once.</summary>
    Immediate = 3,
}
