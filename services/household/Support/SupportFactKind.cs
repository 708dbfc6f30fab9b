namespace Tsunagu.Households.Support;

/// <summary>What a fact tells.</summary>
enum SupportFactKind
{
    /// <summary>Who somebody outside the register is.</summary>
    OutsidePerson,

    /// <summary>Who belongs to the support household.</summary>
    Membership,

    /// <summary>What two people are to each other.</summary>
    Tie,
}
