using Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Tests.Integration.Households.History;

/// <summary>
/// History by the book: every file is kept whole, and a read picks for each feed the one file that answers it. Written from the rule, not
/// from the service: no version, no interval, no difference is kept.
/// </summary>
public sealed class NaiveHistory
{
    const string Register = "residents";
    static readonly DateTimeOffset Ever = DateTimeOffset.MaxValue;

    readonly List<NaiveSnapshot> known = [];

    /// <summary>Every household that any register named.</summary>
    public IEnumerable<string> Households => known.Where(s => s.File.Feed == Register).SelectMany(s => s.File.Rows).Select(r => r.Household).Distinct();

    public IEnumerable<DateTimeOffset> Instants => known.Select(s => s.KnownAt);

    public void Add(NaiveFile file, DateTimeOffset knownAt) => known.Add(new(file, knownAt));

    /// <summary>What an import of the file now has to come to.</summary>
    public (ImportState State, int Good, int Added, int Ended, int Changed) Expect(NaiveFile file)
    {
        var before = At(file.Feed, file.DataDate, Ever, clamp: false);
        var numbered = Number(file.Rows.Where(r => IsKnown(r, Ever) || file.Feed == Register));
        if (before is not null && before.File.Bytes.AsSpan().SequenceEqual(file.Bytes))
            return (ImportState.Unchanged, -1, 0, 0, 0);
        var was = Number(before?.File.Rows.Where(r => IsKnown(r, Ever) || file.Feed == Register) ?? []);
        var both = numbered.Where(n => was.ContainsKey(n.Key) && was[n.Key].Text != n.Value.Text).ToList();
        var ended = both.Count(n => file.Feed != Register && n.Value.Ends != was[n.Key].Ends && n.Value.Ends <= file.DataDate);
        var gone = was.Keys.Except(numbered.Keys).Count();
        return (ImportState.Applied, numbered.Count, numbered.Keys.Except(was.Keys).Count(), gone + ended, both.Count - ended);
    }

    /// <summary>What a view has to show, one line for each fact; null when the household was not known then.</summary>
    public IReadOnlyList<string>? View(string household, DateOnly day, DateTimeOffset? at)
    {
        var instant = at ?? Ever;
        if (!known.Exists(s => s.File.Feed == Register && s.KnownAt <= instant && s.File.Rows.Any(r => r.Household == household)))
            return null;
        var people = At(Register, day, instant, clamp: true)!.File.Rows.Where(r => r.Household == household).ToList();
        var numbers = people.ToDictionary(p => p.Key);
        var facts =
            from feed in known.Select(s => s.File.Feed).Where(f => f != Register).Distinct()
            let file = At(feed, day, instant, clamp: true)
            where file is not null
            from row in file.File.Rows
            where IsKnown(row, instant)
            from person in row.Persons
            where numbers.ContainsKey(person.Number)
            select $"{person.Number}|{feed}|{row.Shown(day)}|{person.Role}";
        return [.. people.Select(p => $"{(p.Current ? "member" : "former")}|{p.Key}|{p.Shown(day)}").Concat(facts).Order(StringComparer.Ordinal)];
    }

    /// <summary>The file that answers: the latest of that day or before, of two of one day the one known later; else, when asked for, the first.</summary>
    NaiveSnapshot? At(string feed, DateOnly day, DateTimeOffset instant, bool clamp)
    {
        var files = known.Where(s => s.File.Feed == feed && s.KnownAt <= instant).ToList();
        return files.Where(s => s.File.DataDate <= day).OrderBy(s => s.File.DataDate).ThenBy(s => s.KnownAt).LastOrDefault()
            ?? (clamp ? files.OrderBy(s => s.File.DataDate).ThenByDescending(s => s.KnownAt).FirstOrDefault() : null);
    }

    bool IsKnown(NaiveRow row, DateTimeOffset instant) =>
        row.Persons.All(p => known.Exists(s => s.File.Feed == Register && s.KnownAt <= instant && s.File.Rows.Any(r => r.Key == p.Number)));

    static Dictionary<(string Key, int Occurrence), NaiveRow> Number(IEnumerable<NaiveRow> rows) =>
        rows.GroupBy(r => r.Key).SelectMany(g => g.Select((row, n) => ((g.Key, n), row))).ToDictionary();
}
