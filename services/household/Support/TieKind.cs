namespace Tsunagu.Households.Support;

/// <summary>What one person is to another. Names and numbers are the contract's.</summary>
enum TieKind
{
    Spouse = 1,
    Partner = 2,
    Child = 3,
    Parent = 4,
    AdoptedChild = 5,
    FosterChild = 6,
    Stepchild = 7,
    Sibling = 8,
    Grandchild = 9,
    Grandparent = 10,
    OtherKin = 11,
    Housemate = 12,
    Caregiver = 13,
    Guardian = 14,
    Neighbour = 15,
    Friend = 16,
    Other = 17,
}
