namespace Tsunagu.Households.Linking;

/// <summary>Tells a typing error from another word.</summary>
static class EditDistance
{
    /// <summary>True when one letter more, less or other, or two neighbours exchanged, is all the difference. Equal texts are not one slip apart.</summary>
    public static bool IsOne(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var start = one.CommonPrefixLength(other);
        one = one[start..];
        other = other[start..];
        while (one.Length > 0 && other.Length > 0 && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }
        return (one.Length, other.Length) switch
        {
            (1, 0) or (0, 1) or (1, 1) => true,
            (2, 2) => one[0] == other[1] && one[1] == other[0],
            _ => false,
        };
    }
}
