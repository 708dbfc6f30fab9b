using Tsunagu.Contracts.Households.V1;
using Xunit;
using RelationGraphs = Tsunagu.Households.Support.RelationGraphs;

namespace Tsunagu.Tests.Unit.Households.Support;

public sealed class RelationGraphTests
{
    [Fact]
    public void RegisterRelations_AreDrawnOnceFromTheElder()
    {
        var graph = RelationGraphs.Of(Family());
        Assert.Equal(
            ["mother-CHILD>son", "mother-GRANDCHILD>grandson", "son-CHILD>grandson"],
            graph.Edges.Where(e => e.Source == GraphEdgeSource.Register).Select(Text).Order(StringComparer.Ordinal));
        Assert.Equal([("mother", 0), ("son", 1), ("grandson", 2)], graph.Nodes.Where(n => n.HasGeneration).Select(n => (n.NodeId, n.Generation)));
    }

    [Fact]
    public void SupportHousehold_BringsItsPeopleAndTies()
    {
        var view = Family();
        view.SupportHouseholds.Add(Daughter());
        var graph = RelationGraphs.Of(view);
        var daughter = graph.Nodes.Single(n => n.NodeId == "daughter");
        Assert.Equal((GraphNodeKind.OutsidePerson, "遠山　花江", Presence.KinElsewhere, false), (daughter.Kind, daughter.Label, daughter.Presence, daughter.InRegisterHousehold));
        Assert.Equal(1, daughter.Generation);
        Assert.Contains(graph.Edges, e => Text(e) == "mother-CHILD>daughter" && e.Source == GraphEdgeSource.Staff && e.FactId == "t1");
    }

    [Fact]
    public void WhatStaffRecorded_TakesThePlaceOfTheGuess_UnlessItIsSomethingElse()
    {
        var view = Family();
        view.SupportHouseholds.Add(new SupportHousehold
        {
            Facts = { Tie("t1", "mother", "son", TieKind.Stepchild), Tie("t2", "mother", "grandson", TieKind.Caregiver), Tie("t3", "son", "grandson", TieKind.Stepchild, until: "2026-03-31") },
        });
        var edges = RelationGraphs.Of(view).Edges.Select(e => $"{e.Source} {Text(e)}").ToList();
        Assert.DoesNotContain("Register mother-CHILD>son", edges);
        Assert.Contains("Register mother-GRANDCHILD>grandson", edges);
        Assert.Contains("Register son-CHILD>grandson", edges);
        Assert.Contains("Staff son-STEPCHILD>grandson", edges);
    }

    [Fact]
    public void TieOfTwoSupportHouseholds_IsOneEdge_AsItWasWrittenDownLast()
    {
        var view = Family();
        view.SupportHouseholds.Add(new SupportHousehold { Facts = { Tie("t1", "mother", "son", TieKind.Caregiver, known: 1) } });
        view.SupportHouseholds.Add(new SupportHousehold { Facts = { Tie("t2", "mother", "son", TieKind.Caregiver, until: "2026-03-31", known: 2) } });

        var edge = Assert.Single(RelationGraphs.Of(view).Edges, e => e.Kind == TieKind.Caregiver);
        Assert.Equal(("t2", "2026-03-31"), (edge.FactId, edge.Until));
    }

    [Fact]
    public void SameTieAtAnotherTime_IsAnotherEdge()
    {
        var view = Family();
        view.SupportHouseholds.Add(new SupportHousehold { Facts = { Tie("t1", "mother", "son", TieKind.Caregiver, until: "2020-03-31", known: 1) } });
        view.SupportHouseholds.Add(new SupportHousehold { Facts = { Tie("t2", "mother", "son", TieKind.Caregiver, since: "2020-04-01", known: 2) } });

        Assert.Equal(2, RelationGraphs.Of(view).Edges.Count(e => e.Kind == TieKind.Caregiver));
    }

    [Fact]
    public void OpenInvolvement_JoinsPeopleAndDepartments()
    {
        var view = Family();
        view.Members[0].Involvement.Add(new Involvement { Department = "介護保険課", Scheme = "介護認定", Open = true });
        view.Members[0].Involvement.Add(new Involvement { Department = "介護保険課", Scheme = "介護サービス給付", Open = true });
        view.Members[1].Involvement.Add(new Involvement { Department = "介護保険課", Scheme = "介護認定", Open = true });
        view.Members[1].Involvement.Add(new Involvement { Department = "納税課", Scheme = "滞納", Open = false });
        var graph = RelationGraphs.Of(view);
        Assert.Equal(["介護保険課"], graph.Nodes.Where(n => n.Kind == GraphNodeKind.Department).Select(n => n.Label));
        Assert.Equal(
            ["mother>department:介護保険課 介護認定 介護サービス給付", "son>department:介護保険課 介護認定"],
            graph.Edges.Where(e => e.Source == GraphEdgeSource.Involvement).Select(e => $"{e.FromNodeId}>{e.ToNodeId} {string.Join(' ', e.Schemes)}"));
    }

    [Fact]
    public void MemberOfBothHouseholds_IsOneNode()
    {
        var view = Family();
        view.SupportHouseholds.Add(new SupportHousehold
        {
            Persons = { new SupportPerson { Person = new() { ResidentId = "mother" }, Name = "母" } },
            Facts = { new SupportFact { FactId = "m", Membership = new() { Who = new() { ResidentId = "mother" }, Presence = Presence.RegisteredHereOnly } } },
        });
        var mother = Assert.Single(RelationGraphs.Of(view).Nodes, n => n.NodeId == "mother");
        Assert.Equal((true, Presence.RegisteredHereOnly), (mother.InRegisterHousehold, mother.Presence));
    }

    static HouseholdView Family() => new()
    {
        AsOf = "2026-04-01",
        Members = { Member("mother"), Member("son"), Member("grandson") },
        Relations =
        {
            Relation("mother", "son", RelationKind.Child), Relation("son", "mother", RelationKind.Parent),
            Relation("mother", "grandson", RelationKind.Grandchild), Relation("grandson", "mother", RelationKind.Grandparent),
            Relation("son", "grandson", RelationKind.Child), Relation("grandson", "son", RelationKind.Parent),
        },
    };

    static SupportHousehold Daughter() => new()
    {
        Persons =
        {
            new SupportPerson { Person = new() { ResidentId = "mother" } },
            new SupportPerson { Person = new() { PersonId = "daughter" }, Name = "遠山　花江" },
        },
        Facts =
        {
            new SupportFact { FactId = "m1", Membership = new() { Who = new() { PersonId = "daughter" }, Presence = Presence.KinElsewhere } },
            new SupportFact { FactId = "t1", Tie = new() { From = new() { ResidentId = "mother" }, To = new() { PersonId = "daughter" }, Kind = TieKind.Child } },
        },
    };

    static HouseholdMember Member(string id) => new() { Resident = new Resident { ResidentId = id, Name = id } };

    static Relation Relation(string from, string to, RelationKind kind) => new() { FromResidentId = from, ToResidentId = to, Kind = kind };

    static SupportFact Tie(string id, string from, string to, TieKind kind, string since = "", string until = "", int known = 0) => new()
    {
        FactId = id,
        Tie = new() { From = new() { ResidentId = from }, To = new() { ResidentId = to }, Kind = kind },
        Since = since,
        Until = until,
        KnownFrom = new() { Seconds = known },
    };

    static string Text(GraphEdge edge) => $"{edge.FromNodeId}-{edge.Kind.ToString().ToUpperInvariant()}>{edge.ToNodeId}";
}
