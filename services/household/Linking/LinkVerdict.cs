namespace Tsunagu.Households.Linking;

/// <summary>What becomes of a record without a key.</summary>
enum LinkVerdict
{
    /// <summary>Nobody of the register is likely enough to ask about.</summary>
    Unlinked,

    /// <summary>Staff decide.</summary>
    Review,

    /// <summary>Linked to the best candidate.</summary>
    Automatic,
}
