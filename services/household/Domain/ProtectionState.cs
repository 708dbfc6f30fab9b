namespace Tsunagu.Households.Domain;

/// <summary>Whether a resident's whereabouts are hidden by protective measures (支援措置).</summary>
enum ProtectionState
{
    /// <summary>No list of measures was ever received, so nobody can be said to have none.</summary>
    Unknown,

    /// <summary>No list names a measure for the resident.</summary>
    None,

    /// <summary>A measure is in force.</summary>
    InForce,

    /// <summary>A measure is past its end or no longer listed, and nobody has decided about it: it hides as before.</summary>
    Expired,

    /// <summary>Somebody is protected who lives in the register household that the resident is in, or was in last: whoever sees the one address has the other.</summary>
    Household,
}
