namespace Tsunagu.Intake.Domain;

/// <summary>Whether a consent carries anything. Numbers are those of the contract.</summary>
public enum ConsentState
{
    /// <summary>It does.</summary>
    Live = 1,

    /// <summary>Its last day is over.</summary>
    Expired = 2,

    /// <summary>It was revoked, and not every service has closed what rested on it.</summary>
    Revoking = 3,

    /// <summary>It was revoked, and nothing rests on it anywhere.</summary>
    Revoked = 4,
}
