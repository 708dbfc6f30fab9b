namespace Tsunagu.Households.Support;

/// <summary>The rows of a genogram.</summary>
static class Generations
{
    /// <summary>Generations that the second of a tie stands below the first; null where a tie says nothing of it.</summary>
    public static int? Below(TieKind kind) => kind switch
    {
        TieKind.Spouse or TieKind.Partner or TieKind.Sibling => 0,
        TieKind.Child or TieKind.AdoptedChild or TieKind.FosterChild or TieKind.Stepchild => 1,
        TieKind.Grandchild => 2,
        TieKind.Parent => -1,
        TieKind.Grandparent => -2,
        TieKind.OtherKin or TieKind.Housemate or TieKind.Caregiver or TieKind.Guardian or TieKind.Neighbour or TieKind.Friend or TieKind.Other => null,
    };

    /// <summary>
    /// The generation of each person, 0 for the oldest of those whom steps join. Where steps contradict each other the one that leads there first counts.
    /// </summary>
    public static IReadOnlyDictionary<string, int> Of(IReadOnlyList<string> persons, IReadOnlyList<GenerationStep> steps)
    {
        var neighbours = steps
            .SelectMany(s => new[] { s, new GenerationStep(s.To, s.From, -s.Below) })
            .ToLookup(s => s.From, s => (s.To, s.Below));
        var found = new Dictionary<string, int>();
        foreach (var person in persons.Where(p => !found.ContainsKey(p)))
        {
            var family = Family(person, neighbours);
            var oldest = family.Values.Min();
            foreach (var (id, generation) in family)
                found[id] = generation - oldest;
        }
        return found;
    }

    static Dictionary<string, int> Family(string first, ILookup<string, (string To, int Below)> neighbours)
    {
        var family = new Dictionary<string, int> { [first] = 0 };
        var waiting = new Queue<string>([first]);
        while (waiting.TryDequeue(out var person))
        {
            foreach (var (to, below) in neighbours[person])
            {
                if (family.TryAdd(to, family[person] + below))
                    waiting.Enqueue(to);
            }
        }
        return family;
    }
}
