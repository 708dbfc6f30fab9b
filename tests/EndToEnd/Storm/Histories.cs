namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>Compares what was acknowledged with what a receiver's own history holds.</summary>
static class Histories
{
    /// <summary>One line for each referral that was lost from, doubled in, disordered in or foreign to the history.</summary>
    /// <param name="where">Names the history.</param>
    /// <param name="expected">Of each referral, what the receiver must have seen, in order.</param>
    /// <param name="history">What it saw, in order.</param>
    public static IEnumerable<string> Faults(string where, IReadOnlyDictionary<string, IReadOnlyList<Seen>> expected, IEnumerable<Seen> history)
    {
        var seen = history.ToLookup(one => one.ReferralId);
        foreach (var (id, must) in expected)
            if (!must.SequenceEqual(seen[id]))
                yield return $"{where}: {id} expected [{Describe(must)}] but saw [{Describe(seen[id])}]";
        foreach (var foreign in seen.Where(group => !expected.ContainsKey(group.Key)))
            yield return $"{where}: {foreign.Key} is foreign [{Describe(foreign)}]";
    }

    /// <summary>What an agency's webhooks and event feed must hold: every event of every referral that it sends or receives.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Seen>> OfAgency(string agency, IEnumerable<Passed> passed) =>
        passed.Where(one => (one.From == agency || one.To == agency) && one.Events.Count > 0)
            .ToDictionary(one => one.Id, one => (IReadOnlyList<Seen>)[.. one.Events.Select((type, index) => new Seen(one.Id, type, index + 1))]);

    /// <summary>What an agency's inbox must hold: the events it is told of.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Seen>> OfInbox(string agency, IEnumerable<Passed> passed) =>
        passed.Select(one => (one.Id, Told: one.Events.Where(type => one.Told(type) == agency).Select(type => new Seen(one.Id, type, 0)).ToList()))
            .Where(one => one.Told.Count > 0)
            .ToDictionary(one => one.Id, one => (IReadOnlyList<Seen>)one.Told);

    static string Describe(IEnumerable<Seen> events) => string.Join(", ", events.Select(one => $"{one.Sequence} {one.Type}"));
}
