namespace Tsunagu.Tests.Integration.Households.History;

/// <summary>One row of a file, as far as the comparison looks.</summary>
/// <param name="Key">What identifies it in the next file.</param>
/// <param name="Persons">Numbers and roles of whom it is about.</param>
/// <param name="Text">All of it: two rows of one text are the same.</param>
/// <param name="Ends">When what it tells ends.</param>
/// <param name="Shown">What a view shows of it on a day; for the register: name and address.</param>
public sealed record NaiveRow(
    string Key, IReadOnlyList<(string Number, string Role)> Persons, string Text, DateOnly? Ends, Func<DateOnly, string> Shown)
{
    /// <summary>Household of a row of the register.</summary>
    public string Household { get; init; } = "";

    /// <summary>住民状態 of a row of the register is 現住民.</summary>
    public bool Current { get; init; }
}
