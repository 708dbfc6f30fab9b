namespace Tsunagu.Intake.Domain;

/// <summary>What was said about the person at the desk; any part may be missing, and none of it is checked against the register.</summary>
/// <param name="Name">氏名.</param>
/// <param name="Kana">ふりがな.</param>
/// <param name="Sex">性別.</param>
/// <param name="BirthDate">生年月日.</param>
/// <param name="ApproximateAge">Age in years, when no birth date is known.</param>
/// <param name="Address">住所.</param>
/// <param name="Phone">電話.</param>
/// <param name="Email">E-mail address.</param>
public sealed record StatedPerson(
    string? Name,
    string? Kana,
    StatedSex? Sex,
    PartialDate? BirthDate,
    int? ApproximateAge,
    string? Address,
    string? Phone,
    string? Email)
{
    /// <summary>Greatest age taken as an approximate one, in years.</summary>
    public const int OldestAge = 130;

    /// <summary>A person of whom nothing was said.</summary>
    public static StatedPerson Unstated { get; } = new(null, null, null, null, null, null, null, null);
}
