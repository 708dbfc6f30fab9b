namespace Tsunagu.Households.Linking;

/// <summary>How far a feature agrees; stable codes of the API.</summary>
static class LinkLevels
{
    public const string Exact = "EXACT";

    /// <summary>The same but for the manner of writing: voicing, small kana, long marks, glyph variants, order of the names.</summary>
    public const string Variant = "VARIANT";

    /// <summary>By 通称, 旧氏 or a name of earlier days.</summary>
    public const string OtherName = "OTHER_NAME";

    /// <summary>One slip away.</summary>
    public const string Slip = "SLIP";

    /// <summary>A pet name or the beginning of the given name.</summary>
    public const string Nickname = "NICKNAME";

    public const string Different = "DIFFERENT";

    /// <summary>One side says nothing.</summary>
    public const string Missing = "MISSING";

    /// <summary>The day that other systems assume where the register knows no day or month.</summary>
    public const string Assumed = "ASSUMED";

    /// <summary>Equal as far as both sides know it.</summary>
    public const string Fits = "FITS";

    /// <summary>Month and day exchanged.</summary>
    public const string Swapped = "SWAPPED";

    /// <summary>One year earlier or later.</summary>
    public const string YearSlip = "YEAR_SLIP";

    /// <summary>One day earlier or later.</summary>
    public const string DaySlip = "DAY_SLIP";

    /// <summary>The same year number of another era.</summary>
    public const string EraSlip = "ERA_SLIP";

    /// <summary>The same building; one side names no room.</summary>
    public const string Building = "BUILDING";

    /// <summary>The same building, another room.</summary>
    public const string OtherRoom = "OTHER_ROOM";

    /// <summary>An address of earlier days.</summary>
    public const string Former = "FORMER";

    /// <summary>The same 町字 and 丁目.</summary>
    public const string Town = "TOWN";

    /// <summary>The same number without its area code.</summary>
    public const string Local = "LOCAL";
}
