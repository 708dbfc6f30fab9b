namespace Tsunagu.Households.Linking;

/// <summary>What is compared; stable codes of the API.</summary>
static class LinkFeatures
{
    /// <summary>How unlikely any one person of a register of this size is to begin with.</summary>
    public const string Register = "REGISTER";

    public const string FamilyName = "FAMILY_NAME";

    public const string GivenName = "GIVEN_NAME";

    /// <summary>The given name in kanji, where the kana were compared already.</summary>
    public const string Writing = "WRITING";

    public const string BirthDate = "BIRTH_DATE";

    public const string Sex = "SEX";

    public const string Address = "ADDRESS";

    public const string Phone = "PHONE";

    /// <summary>Taken off again: family name, address and phone together tell a household from others, not its members from one another.</summary>
    public const string Household = "HOUSEHOLD";
}
