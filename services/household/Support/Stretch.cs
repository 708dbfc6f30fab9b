namespace Tsunagu.Households.Support;

/// <summary>The days on which something is true.</summary>
/// <param name="Since">First day; null when nobody knows since when.</param>
/// <param name="Until">Last day; null while it goes on.</param>
readonly record struct Stretch(DateOnly? Since, DateOnly? Until)
{
    /// <summary>False when it ends before it begins.</summary>
    public bool IsSound => !(Until < Since);

    /// <summary>True on a day of it.</summary>
    public bool Holds(DateOnly day) => HadBegun(day) && !(Until < day);

    /// <summary>True from its first day on, also after its last.</summary>
    public bool HadBegun(DateOnly day) => !(day < Since);

    /// <summary>True when both hold on some day.</summary>
    public bool Overlaps(Stretch other) => !(Until < other.Since) && !(other.Until < Since);
}
