namespace Tsunagu.Households.Domain;

/// <summary>What residents are searched by, in search form; null where nothing is asked.</summary>
sealed record ResidentCriteria(string? Number, string? Names, string? Kana, string? BirthDate)
{
    /// <summary>True when nothing would narrow the search.</summary>
    public bool Empty => this is { Number: null, Names: null, Kana: null, BirthDate: null };

    /// <summary>A name without a searchable letter counts as not asked.</summary>
    public static ResidentCriteria Of(string? number, string name, string kana, DateOnly? birthDate) =>
        new(number, Form(name), Form(kana), birthDate?.ToString("yyyy-MM-dd", null));

    static string? Form(string text) => SearchForm.Of(text) is { Length: > 0 } form ? form : null;
}
