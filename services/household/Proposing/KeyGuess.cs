namespace Tsunagu.Households.Proposing;

/// <summary>
/// Chooses the columns of 宛名番号. A number that the register knows is not enough: record numbers and 世帯番号 share the range. What
/// convinces is that row and resident agree, then the column's name, then that its numbers are known far more often than chance has it.
/// </summary>
static class KeyGuess
{
    const double Most = 0.8;
    const int Few = 5;

    /// <summary>Chooses among the columns that were compared.</summary>
    public static KeyFind Of(IReadOnlyList<KeyCandidate> all)
    {
        var household = all.Where(c => !HeaderWords.IsHousehold(c.Column.Header) && c.IsTelling)
            .OrderByDescending(c => c.IsProven).ThenByDescending(c => c.IsNamed).ThenByDescending(c => c.Households is not null)
            .Select(c => c.Households)
            .FirstOrDefault()
            ?? all.Select(c => c.Column).FirstOrDefault(c => HeaderWords.IsHousehold(c.Header));
        var candidates = all.Where(c => c.Column != household && !HeaderWords.IsHousehold(c.Column.Header)).ToList();
        var found = Proven(candidates) ?? Named(candidates) ?? ByRate(candidates) ?? new KeyFind(null, Absent(candidates));
        return found with { Household = household, Empty = all.All(c => c.Matched == 0) };
    }

    static KeyFind? Proven(List<KeyCandidate> candidates)
    {
        var proven = candidates.Where(c => c.IsProven && c.Matched >= 0.3).ToList();
        if (proven.Count == 0)
            return null;
        // A second person may have no name in the row, but then has a column named like a number of a person.
        var all = Ordered(proven.Union(candidates.Where(c => (c.IsNamed || c.Column.Header.Length == 0) && c.IsTelling && c.Matched >= Most)));
        var key = all.Find(c => c.IsNamed) ?? proven.MaxBy(c => c.Matched * c.Agreed) ?? all[0];
        var second = all.Find(c => c != key && (c.IsNamed || !c.IsProven || c.Witness != key.Witness));
        if (second is { IsNamed: false } && !key.IsNamed)
        {
            // Two people and no name tells whose record it is.
            (key, second) = key.Column.Index < second.Column.Index ? (key, second) : (second, key);
            return new KeyFind(key, Certainty.Unsure, second, Certainty.Unsure);
        }
        var certainty = key.Matched >= Most || key.IsNamed ? Certainty.Certain : key.Matched >= 0.5 ? Certainty.Likely : Certainty.Unsure;
        return new KeyFind(key, certainty, second, second is { IsNamed: true } ? Certainty.Certain : Certainty.Unsure);
    }

    /// <summary>Whose record it is comes first: not somebody beside that person, and the recipient before the child.</summary>
    static List<KeyCandidate> Ordered(IEnumerable<KeyCandidate> candidates) =>
        [.. candidates.OrderBy(c => HeaderWords.IsOther(c.Column.Header)).ThenBy(c => HeaderWords.IsChild(c.Column.Header)).ThenBy(c => c.Column.Index)];

    static KeyFind? Named(List<KeyCandidate> candidates)
    {
        var named = Ordered(candidates.Where(c => c.IsNamed)).OrderByDescending(c => c.Matched >= Most).ToList();
        if (named.Count == 0)
            return null;
        var key = named[0];
        var certainty = key is { Matched: >= Most, IsRefuted: false } && key.Rows >= Few ? Certainty.Certain
            : key is { Matched: >= 0.5, IsRefuted: false } ? Certainty.Likely
            : Certainty.Unsure;
        var second = named.Skip(1).FirstOrDefault(c => c.Matched >= 0.5 || key.Matched == 0);
        return new KeyFind(key, certainty, second, second is { Matched: >= Most } ? Certainty.Likely : Certainty.Unsure);
    }

    static KeyFind? ByRate(List<KeyCandidate> candidates)
    {
        var telling = candidates.Where(c => c.IsTelling).OrderBy(c => HeaderWords.IsOther(c.Column.Header)).ThenByDescending(c => c.Matched).ToList();
        if (telling.Count == 0)
        {
            // A dense register knows any number: without a name or an agreement the column could be anything.
            return candidates.Where(c => c.Matched >= Most && c.Column.Header.Length == 0 && !c.IsRefuted).MaxBy(c => c.Matched) is { } dense
                ? new KeyFind(dense, Certainty.Unsure)
                : null;
        }
        var key = telling[0];
        var alone = telling.Count == 1 && candidates.TrueForAll(c => c == key || c.Matched < 0.3);
        var sure = key.Matched >= Most && key.Rows >= Few * 2 && alone && key.Agreed is null && !key.IsOfHeads && !HeaderWords.IsPlainNumber(key.Column.Header) && !HeaderWords.IsOther(key.Column.Header);
        return new KeyFind(key, sure ? Certainty.Likely : Certainty.Unsure, telling.Skip(1).FirstOrDefault(c => c.Matched >= Most), Certainty.Unsure);
    }

    /// <summary>That there is no key is plain when no column of numbers is known to the register at all.</summary>
    static Certainty Absent(List<KeyCandidate> candidates) =>
        candidates.TrueForAll(c => c.Matched < 0.1 || c.IsRefuted || c.Matched - c.Chance < 0.1) ? Certainty.Likely : Certainty.Unsure;
}
