using Tsunagu.Households.Linking;

namespace Tsunagu.Tests.Unit.Households.Linking;

/// <summary>How well links meet the truth when nobody works through the review queue.</summary>
sealed class LinkReport
{
    readonly List<(KeylessRecord Record, LinkOutcome Outcome)> pairs;

    public LinkReport(IEnumerable<KeylessRecord> records, IEnumerable<LinkOutcome> outcomes) => pairs = [.. records.Zip(outcomes)];

    int Linked => pairs.Count(p => p.Outcome.Verdict == LinkVerdict.Automatic);

    int Right => pairs.Count(p => IsRight(p.Record, p.Outcome));

    int Residents => pairs.Count(p => p.Record.Truth is not null);

    public double Precision => Linked == 0 ? 1 : (double)Right / Linked;

    public double Recall => Residents == 0 ? 1 : (double)Right / Residents;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Records about strangers that were linked.</summary>
    public int StrangersLinked => pairs.Count(p => p.Record.Truth is null && p.Outcome.Verdict == LinkVerdict.Automatic);

    /// <summary>Of the records in review about a resident, the share whose resident is among the candidates.</summary>
    public double ReviewRecall
    {
        get
        {
            var asked = pairs.Where(p => p.Outcome.Verdict == LinkVerdict.Review && p.Record.Truth is not null).ToList();
            return asked.Count == 0 ? 1 : (double)asked.Count(p => p.Outcome.Candidates.Any(c => c.Resident.Id == p.Record.Truth)) / asked.Count;
        }
    }

    public override string ToString() =>
        FormattableString.Invariant(
            $"records {pairs.Count}, about residents {Residents}, linked {Linked}, right {Right}, in review {pairs.Count(p => p.Outcome.Verdict == LinkVerdict.Review)} (person among them {ReviewRecall:0.000}), unlinked {pairs.Count(p => p.Outcome.Verdict == LinkVerdict.Unlinked)}; precision {Precision:0.0000}, recall {Recall:0.0000}, F1 {F1:0.0000}");

    /// <summary>One line for each kind of noise on which records were missed or mislinked: codes and counts alone.</summary>
    public IEnumerable<string> Misses() =>
        pairs.Where(p => p.Record.Truth is null ? p.Outcome.Verdict == LinkVerdict.Automatic : !IsRight(p.Record, p.Outcome))
            .GroupBy(p => $"{(p.Outcome.Verdict == LinkVerdict.Automatic ? "WRONG" : p.Outcome.Verdict)} {p.Outcome.Obstacle} [{p.Record.Noise}]")
            .OrderByDescending(g => g.Count())
            .Select(g => $"{g.Count()} {g.Key}: {string.Join(' ', Levels(g.First().Outcome))}");

    static IEnumerable<string> Levels(LinkOutcome outcome) =>
        outcome.Candidates.Take(1).SelectMany(c => c.Features).Select(f => FormattableString.Invariant($"{f.Feature}={f.Level}({f.Weight:0.0})"));

    static bool IsRight(KeylessRecord record, LinkOutcome outcome) =>
        outcome.Verdict == LinkVerdict.Automatic && record.Truth == outcome.Candidates[0].Resident.Id;
}
