namespace Tsunagu.Tests.TestKit.Population;

/// <summary>A name as it is written and how it is read.</summary>
public sealed record WrittenName(string Written, string Kana)
{
    /// <summary>Names separated by spaces, each followed by its katakana.</summary>
    internal static IEnumerable<WrittenName> Parse(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name =>
    {
        var kana = name.Length;
        while (kana > 0 && name[kana - 1] is >= 'ァ' and <= 'ー')
            kana--;
        // A name in katakana is written twice.
        return kana == 0 ? new WrittenName(name[..(name.Length / 2)], name[(name.Length / 2)..]) : new WrittenName(name[..kana], name[kana..]);
    });
}
