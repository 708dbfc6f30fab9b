using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households.Support;

/// <summary>Draws a household view as a graph: from the view alone, so that it shows nothing that the view does not.</summary>
static class RelationGraphs
{
    const string DepartmentPrefix = "department:";

    public static Wire.RelationGraph Of(Wire.HouseholdView view)
    {
        var nodes = People(view);
        var order = nodes.Keys.Select((id, i) => (id, i)).ToDictionary(pair => pair.id, pair => pair.i);
        var recorded = Recorded(view);
        var told = recorded.Where(e => e.Until.Length == 0 || string.CompareOrdinal(e.Until, view.AsOf) >= 0).ToLookup(Pair);
        var derived = view.Relations.Where(r => IsKeptWay(r, order)).Select(Edge).Where(e => !told[Pair(e)].Any(better => SaysMore(better, e)));
        List<Wire.GraphEdge> between = [.. derived, .. recorded];
        foreach (var (id, generation) in Generations.Of([.. nodes.Keys], [.. between.Select(Step).OfType<GenerationStep>()]))
            nodes[id].Generation = generation;
        var involvement = Involvement(view).ToList();
        return new Wire.RelationGraph
        {
            Nodes = { nodes.Values, involvement.Select(e => e.ToNodeId).Distinct().Select(Department) },
            Edges = { between, involvement },
        };
    }

    // Members first; whoever is in a support household as well keeps the node and gets what it tells of them.
    static Dictionary<string, Wire.GraphNode> People(Wire.HouseholdView view)
    {
        var nodes = view.Members.Select(Node).ToDictionary(n => n.NodeId);
        foreach (var person in view.SupportHouseholds.SelectMany(h => h.Persons))
            _ = nodes.TryAdd(IdOf(person.Person), Node(person));
        var memberships = view.SupportHouseholds.SelectMany(h => h.Facts).Select(f => f.Membership).OfType<Wire.Membership>();
        foreach (var membership in memberships)
        {
            if (nodes.TryGetValue(IdOf(membership.Who), out var node) && node.Presence == Wire.Presence.Unspecified)
                node.Presence = membership.Presence;
        }
        return nodes;
    }

    static Wire.GraphNode Node(Wire.HouseholdMember member)
    {
        var node = new Wire.GraphNode
        {
            NodeId = member.Resident.ResidentId,
            Kind = Wire.GraphNodeKind.Resident,
            Label = member.Resident.Name,
            Sex = member.Resident.Sex,
            InRegisterHousehold = true,
        };
        if (member.HasAge)
            node.Age = member.Age;
        return node;
    }

    static Wire.GraphNode Node(Wire.SupportPerson person)
    {
        var registered = person.Person.PersonCase == Wire.SupportPersonRef.PersonOneofCase.ResidentId;
        var node = new Wire.GraphNode
        {
            NodeId = IdOf(person.Person),
            Kind = registered ? Wire.GraphNodeKind.Resident : Wire.GraphNodeKind.OutsidePerson,
            Label = person.Name.Length > 0 ? person.Name : person.Kana.Length > 0 ? person.Kana : person.Note,
            Sex = person.Sex,
            Deceased = person.Deceased,
        };
        if (person.HasAge)
            node.Age = person.Age;
        return node;
    }

    static Wire.GraphNode Department(string id) =>
        new() { NodeId = id, Kind = Wire.GraphNodeKind.Department, Label = id[DepartmentPrefix.Length..] };

    static string IdOf(Wire.SupportPersonRef person) =>
        person.PersonCase == Wire.SupportPersonRef.PersonOneofCase.ResidentId ? person.ResidentId : person.PersonId;

    // Two support households may tell the same tie: the one that was written down last says how it is.
    static List<Wire.GraphEdge> Recorded(Wire.HouseholdView view)
    {
        var edges = new List<Wire.GraphEdge>();
        var ties = view.SupportHouseholds.SelectMany(h => h.Facts)
            .Where(f => f.ContentCase == Wire.SupportFact.ContentOneofCase.Tie)
            .OrderByDescending(f => f.KnownFrom)
            .Select(Edge);
        foreach (var edge in ties.Where(edge => !edges.Exists(other => IsSame(other, edge))))
            edges.Add(edge);
        return edges;
    }

    // Whoever married twice has two of them.
    static bool IsSame(Wire.GraphEdge one, Wire.GraphEdge other) =>
        (one.FromNodeId, one.ToNodeId, one.Kind) == (other.FromNodeId, other.ToNodeId, other.Kind) && !EndsBefore(one, other) && !EndsBefore(other, one);

    static bool EndsBefore(Wire.GraphEdge one, Wire.GraphEdge other) => one.Until.Length > 0 && string.CompareOrdinal(one.Until, other.Since) < 0;

    // The view has both directions of each relation.
    static bool IsKeptWay(Wire.Relation relation, Dictionary<string, int> order) => relation.Kind switch
    {
        Wire.RelationKind.Child or Wire.RelationKind.Grandchild => true,
        Wire.RelationKind.Parent or Wire.RelationKind.Grandparent or Wire.RelationKind.Unspecified => false,
        Wire.RelationKind.Spouse or Wire.RelationKind.Sibling or Wire.RelationKind.Housemate or Wire.RelationKind.OtherKin =>
            order[relation.FromResidentId] < order[relation.ToResidentId],
    };

    static Wire.GraphEdge Edge(Wire.Relation relation) => new()
    {
        FromNodeId = relation.FromResidentId,
        ToNodeId = relation.ToResidentId,
        Source = Wire.GraphEdgeSource.Register,
        Kind = relation.Kind switch
        {
            Wire.RelationKind.Spouse => Wire.TieKind.Spouse,
            Wire.RelationKind.Child => Wire.TieKind.Child,
            Wire.RelationKind.Parent => Wire.TieKind.Parent,
            Wire.RelationKind.Sibling => Wire.TieKind.Sibling,
            Wire.RelationKind.Grandchild => Wire.TieKind.Grandchild,
            Wire.RelationKind.Grandparent => Wire.TieKind.Grandparent,
            Wire.RelationKind.Housemate => Wire.TieKind.Housemate,
            Wire.RelationKind.OtherKin => Wire.TieKind.OtherKin,
            Wire.RelationKind.Unspecified => Wire.TieKind.Unspecified,
        },
    };

    static Wire.GraphEdge Edge(Wire.SupportFact fact) => new()
    {
        FromNodeId = IdOf(fact.Tie.From),
        ToNodeId = IdOf(fact.Tie.To),
        Source = Wire.GraphEdgeSource.Staff,
        Kind = fact.Tie.Kind,
        Quality = fact.Tie.Quality,
        Since = fact.Since,
        Until = fact.Until,
        FactId = fact.FactId,
    };

    // Kinship that staff recorded is better than what 続柄 lets guess; who cares for whom is something else.
    static bool SaysMore(Wire.GraphEdge recorded, Wire.GraphEdge derived) =>
        recorded.Kind is Wire.TieKind.OtherKin || recorded.Kind == derived.Kind || Generations.Below((TieKind)(int)recorded.Kind) is not null;

    static (string, string) Pair(Wire.GraphEdge edge) =>
        string.CompareOrdinal(edge.FromNodeId, edge.ToNodeId) < 0 ? (edge.FromNodeId, edge.ToNodeId) : (edge.ToNodeId, edge.FromNodeId);

    static IEnumerable<Wire.GraphEdge> Involvement(Wire.HouseholdView view) =>
        from member in view.Members
        from department in member.Involvement.Where(i => i.Open && i.Department.Length > 0).GroupBy(i => i.Department)
        orderby department.Key
        select new Wire.GraphEdge
        {
            FromNodeId = member.Resident.ResidentId,
            ToNodeId = DepartmentPrefix + department.Key,
            Source = Wire.GraphEdgeSource.Involvement,
            Schemes = { department.Select(i => i.Scheme).Distinct() },
        };

    static GenerationStep? Step(Wire.GraphEdge edge) =>
        Generations.Below((TieKind)(int)edge.Kind) is { } below ? new GenerationStep(edge.FromNodeId, edge.ToNodeId, below) : null;
}
