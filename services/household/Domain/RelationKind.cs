namespace Tsunagu.Households.Domain;

/// <summary>What one member of a household is to another.</summary>
enum RelationKind
{
    Spouse,
    Child,
    Parent,
    Sibling,
    Grandchild,
    Grandparent,
    Housemate,
    OtherKin,
}
