namespace Tsunagu.Households.Searching;

/// <summary>What a key says of a resident. The numbers are part of the stored keys.</summary>
enum KeyKind
{
    /// <summary>A name or a word of one, whole.</summary>
    Name = 1,

    /// <summary>The beginning of a word of a name.</summary>
    Start = 2,

    /// <summary>Two neighbouring letters of a name.</summary>
    Pair = 3,

    /// <summary>A word of a name, or what is left of it without one letter.</summary>
    Shortened = 4,

    /// <summary>A word with 〓 in place of a glyph.</summary>
    Unmapped = 5,

    /// <summary>The birth date as far as it is known.</summary>
    Birth = 6,

    /// <summary>Month of birth.</summary>
    BirthMonth = 7,

    /// <summary>Year of birth.</summary>
    BirthYear = 8,

    /// <summary>A whole telephone number.</summary>
    Phone = 9,

    /// <summary>Its last four digits.</summary>
    PhoneEnd = 10,

    /// <summary>Two neighbouring letters of an address.</summary>
    AddressPair = 11,

    /// <summary>A number in an address.</summary>
    AddressNumber = 12,
}
