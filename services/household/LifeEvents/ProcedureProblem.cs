namespace Tsunagu.Households.LifeEvents;

/// <summary>Why a row of the table is unsound.</summary>
enum ProcedureProblem
{
    /// <summary>A text that must not be blank.</summary>
    Blank,

    /// <summary>A text longer than it may be.</summary>
    TooLong,

    /// <summary>A code other than 1 to 60 of a-z 0-9 _.</summary>
    CodeInvalid,

    /// <summary>Two rows of one code.</summary>
    CodeRepeated,

    /// <summary>An age outside 1 to 120, named twice, or one that is not among the table's.</summary>
    AgeInvalid,

    /// <summary>An age or a 制度 asked of an event that has none.</summary>
    NotOfTheEvent,

    /// <summary>Days outside 0 to 3660, or a range that ends before it begins.</summary>
    RangeInvalid,
}
