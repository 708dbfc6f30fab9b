using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Linking;

/// <summary>A person of the register in the forms in which descriptions are compared.</summary>
sealed class RegisteredPerson
{
    public RegisteredPerson(LinkResident resident)
    {
        Resident = resident;
        Names = [.. NamesOf(resident)];
        Address = AddressForm.Of(resident.Address);
        FormerAddresses = [.. resident.FormerAddresses.Select(AddressForm.Of).OfType<AddressForm>()];
        Phones = PhoneForm.Of(resident.Phone);
    }

    public LinkResident Resident { get; }

    /// <summary>Names of today first.</summary>
    public IReadOnlyList<(NameForm Form, bool Other)> Names { get; }

    public AddressForm? Address { get; }

    public IReadOnlyList<AddressForm> FormerAddresses { get; }

    public string[] Phones { get; }

    /// <summary>Keys of <see cref="PlaceKeys"/> that descriptions and residents share.</summary>
    public static string FormerKey(string building) => "former " + building;

    /// <summary>What of address and phone is counted.</summary>
    public IEnumerable<string> PlaceKeys
    {
        get
        {
            if (Address?.BuildingKey is { } building)
            {
                yield return building;
                yield return Address.RoomKey;
            }
            if (Address is not null)
                yield return TownKey(Address);
            foreach (var former in FormerAddresses)
            {
                if (former.BuildingKey is { } key)
                    yield return FormerKey(key);
            }
            foreach (var phone in Phones)
                yield return PhoneForm.Tail(phone);
        }
    }

    /// <summary>The end of the 町字, which prefecture and municipality before it do not change, and its 丁目.</summary>
    public static string TownKey(AddressForm address) =>
        $"{(address.Town.Length > 2 ? address.Town[^2..] : address.Town)}/{(address.Numbers.Count >= 3 ? address.Numbers[0] : 0)}";

    static IEnumerable<(NameForm, bool)> NamesOf(LinkResident resident)
    {
        foreach (var name in new[] { resident.Kana, resident.Name, resident.RomanName })
        {
            if (NameForm.Of(name) is { } form)
                yield return (form, false);
        }
        foreach (var name in new[] { resident.AliasKana, resident.Alias }.Concat(resident.FormerNames))
        {
            if (NameForm.Of(name) is { } form)
                yield return (form, true);
        }
        if (SearchForm.Of(resident.FormerFamilyName).Length > 0 && NameForm.Of(resident.Name) is { } today
            && NameForm.Of(resident.FormerFamilyName, today.Given.Written) is { } former)
            yield return (former, true);
    }
}
