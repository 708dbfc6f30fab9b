using System.Collections.Concurrent;

namespace Tsunagu.Tests.EndToEnd.Guarded;

/// <summary>Counts what happened, so that a run that proves nothing is seen.</summary>
sealed class Tally
{
    readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    public void Read(Change change, Seen read)
    {
        Count(read.Sight switch { Sight.Nothing => "hidden", Sight.All => "shown", _ => "masked" });
        if (read.From > change.To && change.Before.At(read.From, read.Reader) != change.After.At(read.From, read.Reader))
            Count("decided by " + change.Kind);
        else if (read.From <= change.To && read.To >= change.From && change.Kind != "none")
            Count("during " + change.Kind);
    }

    public void Unanswered() => Count("unanswered");

    public int this[string what] => counts.GetValueOrDefault(what);

    public override string ToString() => string.Join(", ", counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}"));

    void Count(string what) => counts.AddOrUpdate(what, 1, (_, before) => before + 1);
}
