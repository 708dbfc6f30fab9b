namespace Tsunagu.Households.Linking;

/// <summary>Why a likely candidate is not linked automatically; stable codes of the API.</summary>
static class LinkObstacles
{
    /// <summary>Likely, but not likely enough.</summary>
    public const string Score = "SCORE";

    /// <summary>Another resident fits as well.</summary>
    public const string EqualFit = "EQUAL_FIT";

    /// <summary>A twin of a like name.</summary>
    public const string Twin = "TWIN";

    /// <summary>Somebody of the same name in the same household, as parent and child may be, and no birth date to tell them apart.</summary>
    public const string Namesake = "NAMESAKE";

    /// <summary>The sexes differ, and not everything else is the same.</summary>
    public const string Sex = "SEX";

    /// <summary>The birth dates differ, and no slip explains it.</summary>
    public const string BirthDate = "BIRTH_DATE";
}
