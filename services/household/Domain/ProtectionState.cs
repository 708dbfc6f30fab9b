namespace Tsunagu.Households.Domain;

/// <summary>What is known of a resident's protective measures (支援措置).</summary>
enum ProtectionState
{
    /// <summary>No list of measures was ever received, so nobody can be said to have none.</summary>
    Unknown,

    /// <summary>The list names no measure for the resident.</summary>
    None,

    /// <summary>A measure is in force.</summary>
    InForce,

    /// <summary>A measure is past its end and nobody has decided about it: it hides as before.</summary>
    Expired,
}
