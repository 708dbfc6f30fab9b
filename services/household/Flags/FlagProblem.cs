namespace Tsunagu.Households.Flags;

/// <summary>Why a rule is unsound.</summary>
enum FlagProblem
{
    /// <summary>A text that must not be blank.</summary>
    Blank,

    /// <summary>A name of more than 40 characters.</summary>
    TooLong,

    /// <summary>A code other than 1 to 40 of a-z 0-9 _.</summary>
    CodeInvalid,

    /// <summary>Two rules of one code.</summary>
    CodeRepeated,

    /// <summary>A condition that every household fulfils.</summary>
    AsksNothing,

    /// <summary>A range that ends before it begins.</summary>
    RangeInvalid,
}
