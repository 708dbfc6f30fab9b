namespace Tsunagu.Intake.Domain;

/// <summary>Whether it is known which resident a consultation is about. Numbers are those of the contract.</summary>
public enum SubjectState
{
    /// <summary>Nobody of the register was named yet; a consultation may stay so.</summary>
    Unidentified = 1,

    /// <summary>Linked to a resident.</summary>
    Linked = 2,
}
