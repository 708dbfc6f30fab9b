namespace Tsunagu.Intake.Domain;

/// <summary>性別 as on the form. Numbers are those of the contract.</summary>
public enum StatedSex
{
    /// <summary>男.</summary>
    Male = 1,

    /// <summary>女.</summary>
    Female = 2,

    /// <summary>その他.</summary>
    Other = 3,

    /// <summary>不明.</summary>
    Unknown = 4,
}
