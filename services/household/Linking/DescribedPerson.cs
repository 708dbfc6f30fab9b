using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Linking;

/// <summary>A description in the forms in which it is compared.</summary>
sealed class DescribedPerson(PersonDescription description)
{
    public IReadOnlyList<NameForm> Names { get; } =
        [.. new[] { description.Kana, description.Name }.Select(NameForm.Of).OfType<NameForm>()];

    public PartialDate? BirthDate { get; } = description.BirthDate;

    public Sex Sex { get; } = description.Sex;

    public AddressForm? Address { get; } = AddressForm.Of(description.Address);

    public string[] Phones { get; } = PhoneForm.Of(description.Phone);

    /// <summary>What of address and phone has to be counted.</summary>
    public IEnumerable<string> PlaceKeys
    {
        get
        {
            foreach (var phone in Phones)
                yield return PhoneForm.Tail(phone);
            if (Address is null)
                yield break;
            yield return RegisteredPerson.TownKey(Address);
            foreach (var building in new[] { Address.BuildingKey, Address.ShorterKey }.OfType<string>())
            {
                yield return building;
                yield return RegisteredPerson.FormerKey(building);
            }
            yield return Address.RoomKey;
        }
    }
}
