namespace Tsunagu.Households.Domain;

/// <summary>A stage of life. Names and numbers are the contract's.</summary>
enum LifeStageKind
{
    /// <summary>乳幼児期</summary>
    Infancy = 1,

    /// <summary>学齢期</summary>
    SchoolAge = 2,

    /// <summary>青年期</summary>
    Youth = 3,

    /// <summary>壮年期</summary>
    Adulthood = 4,

    /// <summary>前期高齢期</summary>
    EarlyOldAge = 5,

    /// <summary>後期高齢期</summary>
    LateOldAge = 6,
}
