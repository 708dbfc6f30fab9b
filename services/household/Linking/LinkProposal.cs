namespace Tsunagu.Households.Linking;

/// <summary>What the scores say of a pair.</summary>
enum LinkProposal
{
    /// <summary>Nothing any more; the pair is kept for the decision about it.</summary>
    None,

    /// <summary>Staff are asked.</summary>
    Review,

    /// <summary>Linked without being asked.</summary>
    Automatic,
}
