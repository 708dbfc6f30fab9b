using Tsunagu.Tests.TestKit.Population;

namespace Tsunagu.Tests.Integration.Households.Recall;

/// <summary>People who fit a name as it was typed as well as whoever was meant, by a yardstick of the test's own.</summary>
static class Rivals
{
    const string Marked = "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポャュョッ";
    const string Plain = "カキクケコサシスセソタチツテトハヒフヘホハヒフヘホヤユヨツ";

    /// <summary>How many others bear the name as typed, or one that a single error sets apart from it.</summary>
    public static int Of(Query query, IReadOnlyList<Inhabitant> people)
    {
        var kana = query.Request.Kana.Length > 0;
        var typed = Bare(kana ? query.Request.Kana : query.Request.Name);
        return people.Count(person => person.Number != query.Meant.Number && Distance(typed, Bare(kana ? person.Kana : person.Name)) <= 1);
    }

    static string Bare(string name) =>
        string.Concat(name.Where(letter => letter is not (' ' or '　')).Select(letter => Marked.IndexOf(letter) is >= 0 and var i ? Plain[i] : Usual(letter)));

    static char Usual(char letter) => Town.ShapesOf(letter) is { Length: > 0 } shapes ? shapes[0] : letter;

    // Optimal string alignment; two stands for everything farther.
    static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
            return 2;
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= other.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var change = rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[one.Length, other.Length];
    }
}
