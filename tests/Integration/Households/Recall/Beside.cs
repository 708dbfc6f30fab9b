namespace Tsunagu.Tests.Integration.Households.Recall;

/// <summary>What a counter types beside a name.</summary>
enum Beside
{
    Nothing,
    BirthDate,
    AgeAndSex,
    Town,
    PhoneEnd,
}
