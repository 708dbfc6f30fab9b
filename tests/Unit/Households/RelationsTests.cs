using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class RelationsTests
{
    [Theory]
    [InlineData("02", "12", nameof(RelationKind.Spouse))]
    [InlineData("02", "20", nameof(RelationKind.Child))]
    [InlineData("20", "02", nameof(RelationKind.Parent))]
    [InlineData("20", "12", nameof(RelationKind.Parent))]
    [InlineData("02", "20,20", nameof(RelationKind.Grandchild))]
    [InlineData("20,20", "12", nameof(RelationKind.Grandparent))]
    [InlineData("20", "20,12", nameof(RelationKind.Spouse))]
    [InlineData("20,12", "20,20", nameof(RelationKind.Child))]
    [InlineData("02", "20,12", nameof(RelationKind.OtherKin))]
    [InlineData("51", "52", nameof(RelationKind.Spouse))]
    [InlineData("52", "20", nameof(RelationKind.Grandchild))]
    [InlineData("51", "71", nameof(RelationKind.Child))]
    [InlineData("12", "12,51", nameof(RelationKind.Parent))]
    [InlineData("12", "12,20", nameof(RelationKind.Child))]
    [InlineData("02", "12,20", nameof(RelationKind.OtherKin))]
    [InlineData("02", "99", nameof(RelationKind.Housemate))]
    [InlineData("99", "20", nameof(RelationKind.Housemate))]
    public void Relation_FollowsFromTheCodesOfBoth(string from, string to, string kind)
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var relations = Relations.Of([(one, Path(from)), (other, Path(to))]);
        Assert.Contains((one, other, kind), relations.Select(r => (r.From, r.To, r.Kind.ToString())));
    }

    [Fact]
    public void Household_WithoutHead_KeepsItsRelations()
    {
        var (mother, child) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Equal([new Relation(mother, child, RelationKind.Child), new Relation(child, mother, RelationKind.Parent)],
            Relations.Of([(mother, Path("12")), (child, Path("20"))]));
    }

    [Fact]
    public void ChildsWife_OfOneOfTwoChildren_IsNotGuessed()
    {
        var members = "20 20 20,12".Split(' ').Select(c => (Guid.NewGuid(), Path(c))).ToArray();
        Assert.DoesNotContain(Relations.Of(members), r => r.Kind == RelationKind.Spouse);
    }

    [Fact]
    public void Head_IsKnownByItsCode()
    {
        Assert.True(Kinship.IsHead(["02"]));
        Assert.False(Kinship.IsHead([]));
    }

    static string Path(string codes) => Kinship.Path(codes.Split(','));
}
