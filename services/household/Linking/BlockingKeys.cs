using System.Globalization;
using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Linking;

/// <summary>
/// Who is compared with whom: a description and a resident that share a key. A true pair that shares none agrees in so little that it could not be linked anyway.
/// </summary>
static class BlockingKeys
{
    public static IEnumerable<string> Of(DescribedPerson person)
    {
        foreach (var name in person.Names)
        {
            yield return Beginning(name.Whole);
            if (name.Split)
                yield return Beginnings(name);
            if (person.BirthDate?.Whole is not { } day)
                continue;
            foreach (var origin in BirthMatch.Origins(day))
            {
                yield return Born(origin, name.Family);
                if (name.Split)
                    yield return Born(origin, name.Given);
            }
        }
        foreach (var key in Places(person.Address, person.Phones))
            yield return key;
        if (person.Address?.ShorterKey is { } shorter)
            yield return "A" + shorter;
    }

    public static IEnumerable<string> Of(RegisteredPerson person)
    {
        foreach (var (name, _) in person.Names)
        {
            yield return Beginning(name.Whole);
            if (name.Split)
                yield return Beginnings(name);
            if (person.Resident.BirthDate?.Whole is not { } day)
                continue;
            yield return Born(day, name.Family);
            if (name.Split)
                yield return Born(day, name.Given);
        }
        foreach (var key in Places(person.Address, person.Phones))
            yield return key;
        foreach (var former in person.FormerAddresses)
        {
            if (former.BuildingKey is { } building)
                yield return "A" + building;
        }
    }

    static IEnumerable<string> Places(AddressForm? address, string[] phones)
    {
        if (address?.BuildingKey is { } building)
            yield return "A" + building;
        foreach (var phone in phones)
            yield return "P" + PhoneForm.Tail(phone);
    }

    static string Beginning(NamePart whole) => "W" + Start(whole.Folded, 4);

    static string Beginnings(NameForm name) => $"N{Start(name.Family.Folded, 2)}|{Start(name.Given.Folded, 2)}";

    static string Born(DateOnly day, NamePart name) => string.Create(CultureInfo.InvariantCulture, $"D{day.DayNumber}|{Start(name.Folded, 1)}");

    static string Start(string text, int length) => text.Length > length ? text[..length] : text;
}
