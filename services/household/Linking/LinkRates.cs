namespace Tsunagu.Households.Linking;

/// <summary>
/// How often each kind of agreement occurs between a record and the person it is about, and between a record and somebody else. The rates are reasoned, not fitted to a
/// city: contracts/decisions/0013-linking.md says where each comes from. Where a value's own frequency in the register is known it takes the place of
/// the second rate.
/// </summary>
static class LinkRates
{
    /// <summary>Share of records that are about somebody of the register at all.</summary>
    public const double InRegister = 0.9;

    // Family names. One woman in seven of a list kept for decades stands under another name; a hand slips in one of fifty.
    public const double FamilySame = 0.90;
    public const double FamilyVariant = 0.05;
    public const double FamilySlip = 0.02;
    public const double FamilyDifferent = 0.03;

    // Given names do not change, but become pet names.
    public const double GivenSame = 0.90;
    public const double GivenVariant = 0.05;
    public const double GivenSlip = 0.02;
    public const double GivenNickname = 0.03;
    public const double GivenDifferent = 0.01;

    /// <summary>Found by 通称, 旧氏 or an earlier name, in place of the name of today.</summary>
    public const double OtherName = 0.2;

    // By chance: one name in fifty is one slip from a name of three letters, one in two hundred from a longer one; two letters begin one name in a hundred.
    public const double ChanceOfShortSlip = 0.02;
    public const double ChanceOfLongSlip = 0.005;
    public const double ChanceOfNickname = 0.01;
    public const double ChanceOfDifferent = 0.98;

    /// <summary>Two members of one household have the same given name in one of five hundred.</summary>
    public const double ChanceOfNamesakeAtHome = 0.002;

    public const double WritingSame = 0.9;
    public const double WritingDifferent = 0.1;

    // The same sound is written in many ways: three namesakes of ten share the most usual one.
    public const double ChanceOfSameWriting = 0.3;

    // Birth dates: 90 years of 365 days, of which an adult population fills two thirds evenly.
    public const double BirthSame = 0.93;
    public const double BirthSwapped = 0.005;
    public const double BirthYearSlip = 0.01;
    public const double BirthDaySlip = 0.005;
    public const double BirthEraSlip = 0.003;
    public const double BirthDigitSlip = 0.01;
    public const double BirthAssumed = 0.7;
    public const double BirthDifferent = 0.01;
    public const double ChanceOfDay = 1.0 / 22_000;
    public const double ChanceOfMonth = 1.0 / 720;
    public const double ChanceOfYear = 1.0 / 60;
    // Dates one digit away: about nine for each of the digits that stay within the calendar.
    public const double ChanceOfDigitSlip = 25 * ChanceOfDay;

    public const double SexSame = 0.99;
    public const double SexDifferent = 0.005;

    // One household in five to ten moved since the note was taken.
    public const double AddressSame = 0.70;
    public const double AddressOtherRoom = 0.02;
    public const double AddressFormer = 0.10;
    public const double AddressTown = 0.04;
    public const double AddressDifferent = 0.15;

    // A second phone, or a new one, is common.
    public const double PhoneSame = 0.70;
    public const double PhoneLocal = 0.05;
    public const double PhoneSlip = 0.02;
    public const double PhoneDifferent = 0.20;
    public const double ChanceOfPhoneSlip = 0.0001;
}
