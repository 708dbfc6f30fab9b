namespace Tsunagu.Households.Support;

/// <summary>Who or what told a fact. Names and numbers are the contract's.</summary>
enum SupportSourceKind
{
    Person = 1,
    Family = 2,
    Visit = 3,
    Agency = 4,
    Document = 5,
    Neighbour = 6,
    Other = 7,
}
