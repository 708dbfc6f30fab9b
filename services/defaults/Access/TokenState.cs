namespace Tsunagu.ServiceDefaults.Access;

/// <summary>What the verification of the call's token said.</summary>
public enum TokenState
{
    /// <summary>None was sent.</summary>
    Missing,

    /// <summary>One was sent that is not good.</summary>
    Invalid,

    /// <summary>Verified.</summary>
    Valid,
}
