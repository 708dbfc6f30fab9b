namespace Tsunagu.Households.Linking;

/// <summary>
/// Links descriptions with residents. The register passes by once, in any order; what is kept of it are frequencies and whoever shares a blocking key with a
/// description, so memory follows the number of descriptions rather than the size of the city.
/// </summary>
sealed class Linker
{
    readonly DescribedPerson[] described;
    readonly List<RegisteredPerson>[] candidates;
    readonly Dictionary<string, List<int>> blocks = [];
    readonly HashSet<string> mentioned = [];
    readonly RegisterFrequencies frequencies = new();
    readonly HashSet<int> touched = [];

    public Linker(IReadOnlyList<PersonDescription> descriptions)
    {
        described = [.. descriptions.Select(d => new DescribedPerson(d))];
        candidates = [.. descriptions.Select(_ => new List<RegisteredPerson>())];
        for (var i = 0; i < described.Length; i++)
        {
            mentioned.UnionWith(described[i].PlaceKeys);
            foreach (var key in BlockingKeys.Of(described[i]).Distinct())
            {
                if (!blocks.TryGetValue(key, out var block))
                    blocks[key] = block = [];
                block.Add(i);
            }
        }
    }

    /// <summary>Shows a person of the register; each once.</summary>
    public void Offer(LinkResident resident)
    {
        var person = new RegisteredPerson(resident);
        frequencies.Count(person, mentioned);
        touched.Clear();
        foreach (var key in BlockingKeys.Of(person))
        {
            if (blocks.TryGetValue(key, out var block))
                touched.UnionWith(block);
        }
        foreach (var i in touched)
            candidates[i].Add(person);
    }

    /// <summary>Decides about each description, in the order given, once the whole register was shown.</summary>
    public IReadOnlyList<LinkOutcome> Decide() =>
        [.. described.Select((d, i) => LinkDecision.Of([.. candidates[i].Select(r => Comparison.Of(d, r, frequencies))]))];
}
