namespace Tsunagu.Households.Searching;

/// <summary>A name as it was asked for.</summary>
/// <param name="Asked">As it was written.</param>
/// <param name="Sound">As it sounds; null unless it was asked for in kana.</param>
sealed record NameQuery(NameForm Asked, NameForm? Sound)
{
    /// <summary>Null when no letter of it can be looked for.</summary>
    public static NameQuery? Of(string text)
    {
        var forms = NameForm.Of(text).ToArray();
        return forms.Length == 0 ? null : new NameQuery(forms[0], forms.ElementAtOrDefault(1));
    }
}
