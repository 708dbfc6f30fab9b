namespace Tsunagu.Households.Domain;

/// <summary>A relation: what <paramref name="To"/> is to <paramref name="From"/>.</summary>
readonly record struct Relation(Guid From, Guid To, RelationKind Kind);

/// <summary>
/// Derives the relations between the members of a household from their paths to the head, who may be absent. Where 続柄 leaves open
/// which of several children, siblings or parents is meant, the answer is other kin rather than a guess.
/// </summary>
static class Relations
{
    // What the second is to the first; true: only when the household has one member at most on the shared first step.
    static readonly Dictionary<(string From, string To), (RelationKind Kind, bool OnlyIfUnique)> Known = new()
    {
        [("", "S")] = (RelationKind.Spouse, false),
        [("", "C")] = (RelationKind.Child, false),
        [("", "P")] = (RelationKind.Parent, false),
        [("", "B")] = (RelationKind.Sibling, false),
        [("", "CC")] = (RelationKind.Grandchild, false),
        [("", "PP")] = (RelationKind.Grandparent, false),
        [("S", "C")] = (RelationKind.Child, false),
        [("S", "SC")] = (RelationKind.Child, false),
        [("S", "CC")] = (RelationKind.Grandchild, false),
        [("S", "SP")] = (RelationKind.Parent, false),
        [("S", "SB")] = (RelationKind.Sibling, false),
        [("S", "SCC")] = (RelationKind.Grandchild, false),
        [("C", "C")] = (RelationKind.Sibling, false),
        [("C", "P")] = (RelationKind.Grandparent, false),
        [("C", "SP")] = (RelationKind.Grandparent, false),
        [("C", "CC")] = (RelationKind.Child, true),
        [("C", "CS")] = (RelationKind.Spouse, true),
        [("CS", "CC")] = (RelationKind.Child, true),
        [("CC", "CC")] = (RelationKind.Sibling, true),
        [("SC", "SC")] = (RelationKind.Sibling, false),
        [("P", "P")] = (RelationKind.Spouse, false),
        [("P", "B")] = (RelationKind.Child, false),
        [("P", "PP")] = (RelationKind.Parent, true),
        [("B", "B")] = (RelationKind.Sibling, false),
        [("B", "BC")] = (RelationKind.Child, true),
        [("B", "BS")] = (RelationKind.Spouse, true),
        [("BS", "BC")] = (RelationKind.Child, true),
        [("BC", "BC")] = (RelationKind.Sibling, true),
        [("SP", "SP")] = (RelationKind.Spouse, false),
        [("SP", "SB")] = (RelationKind.Child, false),
        [("SP", "C")] = (RelationKind.Grandchild, false),
        [("PP", "PP")] = (RelationKind.Spouse, true),
    };

    /// <summary>Every ordered pair of members with its relation.</summary>
    public static IEnumerable<Relation> Of(IReadOnlyList<(Guid Id, string Path)> members)
    {
        var counts = members.CountBy(m => m.Path).ToDictionary();
        foreach (var from in members)
        {
            foreach (var to in members)
            {
                if (from.Id != to.Id)
                    yield return new Relation(from.Id, to.Id, Between(from.Path, to.Path, counts));
            }
        }
    }

    static RelationKind Between(string from, string to, Dictionary<string, int> counts)
    {
        if (from.Contains('H') || to.Contains('H'))
            return RelationKind.Housemate;
        if (Find(from, to, counts) is { } kind)
            return kind;
        return Find(to, from, counts) is { } inverse ? Invert(inverse) : RelationKind.OtherKin;
    }

    static RelationKind? Find(string from, string to, Dictionary<string, int> counts) =>
        Known.TryGetValue((from, to), out var known) && (!known.OnlyIfUnique || counts.GetValueOrDefault(to[..1]) <= 1)
            ? known.Kind
            : null;

    static RelationKind Invert(RelationKind kind) => kind switch
    {
        RelationKind.Child => RelationKind.Parent,
        RelationKind.Parent => RelationKind.Child,
        RelationKind.Grandchild => RelationKind.Grandparent,
        RelationKind.Grandparent => RelationKind.Grandchild,
        RelationKind.Spouse => RelationKind.Spouse,
        RelationKind.Sibling => RelationKind.Sibling,
        RelationKind.Housemate => RelationKind.Housemate,
        RelationKind.OtherKin => RelationKind.OtherKin,
    };
}
