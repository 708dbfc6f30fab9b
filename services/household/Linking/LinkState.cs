namespace Tsunagu.Households.Linking;

/// <summary>Where a pair stands.</summary>
enum LinkState
{
    /// <summary>Staff are asked.</summary>
    Open,

    /// <summary>Linked by its score.</summary>
    Automatic,

    /// <summary>Linked by staff.</summary>
    Accepted,

    /// <summary>Not this person, by staff.</summary>
    Rejected,
}
