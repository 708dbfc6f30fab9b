namespace Tsunagu.Households.Records;

/// <summary>Who may see a record of a resident. Names and numbers are the contract's.</summary>
enum RecordVisibility
{
    Shared = 1,
    OwnAgency = 2,
}
