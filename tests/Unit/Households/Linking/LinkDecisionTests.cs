using Tsunagu.Households.Domain;
using Tsunagu.Households.Linking;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Linking;

/// <summary>A register of two thousand strangers and the few people a case is about.</summary>
public sealed class LinkDecisionTests
{
    static readonly Guid House = new("00000000-0000-0000-0000-00000000a001");
    static readonly PersonDescription Noted = new("", "ヤマダ タロウ", new PartialDate(1950, 8, 10), Sex.Unrecorded, "緑台1-2-3", "090-0000-0001");

    [Fact]
    public void PersonDescribedWell_IsLinkedAutomatically()
    {
        var outcome = Link(Noted, Taro);
        Assert.Equal((LinkVerdict.Automatic, ""), (outcome.Verdict, outcome.Obstacle));
        Assert.Equal(Taro.Id, outcome.Candidates[0].Resident.Id);
    }

    [Fact]
    public void Explanation_AddsUpToTheScore()
    {
        var best = Link(Noted, Taro).Candidates[0];
        Assert.Equal(best.Features.Sum(f => f.Weight), best.Score, 9);
        Assert.Equal(
            [
                ("REGISTER", "EXACT"), ("FAMILY_NAME", "EXACT"), ("GIVEN_NAME", "EXACT"), ("BIRTH_DATE", "EXACT"), ("SEX", "MISSING"), ("ADDRESS", "EXACT"),
                ("PHONE", "EXACT"), ("HOUSEHOLD", "EXACT"),
            ],
            best.Features.Select(f => (f.Feature, f.Level)));
    }

    [Fact]
    public void RareName_WeighsMoreThanACommonOne()
    {
        var common = Taro with { Kana = "サトウ　タロウ" };
        var rare = Weight(Link(Noted, Taro), LinkFeatures.FamilyName);
        Assert.True(rare > Weight(Link(Noted with { Kana = "サトウ タロウ" }, common), LinkFeatures.FamilyName) + 2);
    }

    [Fact]
    public void Stranger_StaysUnlinked() =>
        Assert.Equal(LinkVerdict.Unlinked, Link(Noted with { Kana = "モリ ケン", BirthDate = new PartialDate(1988, 2, 3) }, Taro).Verdict);

    [Fact]
    public void KinAtTheSameAddress_IsNotTakenForAMemberOfTheHousehold() =>
        Assert.NotEqual(LinkVerdict.Automatic, Link(Noted with { Kana = "ヤマダ ミサキ", BirthDate = new PartialDate(1979, 1, 30) }, Taro).Verdict);

    [Fact]
    public void WhoMoved_IsLinkedByNameAndBirthDate() =>
        Assert.Equal(LinkVerdict.Automatic, Link(Noted with { Address = "西町4-5-6", Phone = "" }, Taro).Verdict);

    [Fact]
    public void FormerAddress_SpeaksForTheLink() =>
        Assert.True(
            Score(Link(Noted with { Address = "西町4-5-6" }, Taro with { FormerAddresses = ["西町４丁目5番6号"] }))
            > Score(Link(Noted with { Address = "西町4-5-6" }, Taro)));

    [Theory]
    [InlineData("タロウ", nameof(LinkVerdict.Review), LinkObstacles.Twin)]
    [InlineData("タロオ", nameof(LinkVerdict.Review), LinkObstacles.Twin)]
    [InlineData("タクヤ", nameof(LinkVerdict.Automatic), "")]
    public void Twin_OfALikeName_IsForStaffToDecide(string twin, string verdict, string obstacle)
    {
        var outcome = Link(Noted with { Kana = "ヤマダ タロ" }, Taro with { Kana = "ヤマダ　タロ" }, Taro with { Id = Guid.NewGuid(), Kana = $"ヤマダ　{twin}" });
        Assert.Equal((verdict, obstacle), (outcome.Verdict.ToString(), outcome.Obstacle));
    }

    [Fact]
    public void ParentAndChildOfOneName_WithoutABirthDate_AreForStaffToDecide()
    {
        var son = Taro with { Id = Guid.NewGuid(), BirthDate = new PartialDate(1978, 3, 1), Phone = "090-0000-0002" };
        Assert.Equal(
            (LinkVerdict.Review, LinkObstacles.Namesake), (Link(Noted with { BirthDate = null }, Taro, son).Verdict, Link(Noted with { BirthDate = null }, Taro, son).Obstacle));
        Assert.Equal(LinkVerdict.Automatic, Link(Noted, Taro, son).Verdict);
    }

    [Fact]
    public void TwoWhoFitEqually_AreForStaffToDecide()
    {
        var namesake = Taro with { Id = Guid.NewGuid(), HouseholdId = Guid.NewGuid(), Address = "西町４丁目5番6号", Phone = "" };
        var outcome = Link(Noted with { Address = "", Phone = "" }, Taro, namesake);
        Assert.Equal((LinkVerdict.Review, LinkObstacles.EqualFit), (outcome.Verdict, outcome.Obstacle));
        Assert.Equal(2, outcome.Candidates.Count);
    }

    [Fact]
    public void OtherSex_WithoutEverythingElse_IsForStaffToDecide()
    {
        Assert.Equal(LinkObstacles.Sex, Link(Noted with { Sex = Sex.Female, Phone = "", Address = "", Kana = "ヤマダ タロウ" }, Taro with { Kana = "ヤマダ　タロウ" }).Obstacle);
        Assert.Equal(LinkVerdict.Automatic, Link(Noted with { Sex = Sex.Female }, Taro).Verdict);
    }

    [Fact]
    public void OtherBirthDate_IsForStaffToDecideHoweverMuchElseAgrees()
    {
        var outcome = Link(Noted with { BirthDate = new PartialDate(1962, 1, 25) }, Taro);
        Assert.NotEqual(LinkVerdict.Automatic, outcome.Verdict);
        Assert.Equal(Taro.Id, Assert.Single(outcome.Candidates).Resident.Id);
    }

    [Fact]
    public void OrderOfTheRegister_ChangesNothing()
    {
        var register = Others().Prepend(Taro).ToList();
        var (one, other) = (Run(Noted, register), Run(Noted, register.AsEnumerable().Reverse()));
        Assert.Equal(one.Candidates.Select(c => (c.Resident.Id, c.Score)), other.Candidates.Select(c => (c.Resident.Id, c.Score)));
    }

    static LinkResident Taro { get; } = new()
    {
        Id = new Guid("00000000-0000-0000-0000-000000000001"),
        HouseholdId = House,
        Name = "山田　太郎",
        Kana = "ヤマダ　タロウ",
        BirthDate = new PartialDate(1950, 8, 10),
        Sex = Sex.Male,
        Address = "緑台１丁目2番3号",
        Phone = "090-0000-0001",
    };

    static LinkOutcome Link(PersonDescription description, params LinkResident[] residents) => Run(description, residents.Concat(Others()));

    static LinkOutcome Run(PersonDescription description, IEnumerable<LinkResident> residents)
    {
        var linker = new Linker([description]);
        foreach (var resident in residents)
            linker.Offer(resident);
        return linker.Decide()[0];
    }

    // Forty family names by fifty given ones: サトウ is one in forty.
    static IEnumerable<LinkResident> Others()
    {
        for (var i = 0; i < 2000; i++)
        {
            yield return new LinkResident
            {
                Id = new Guid(i, 1, 0, new byte[8]),
                HouseholdId = new Guid(i, 2, 0, new byte[8]),
                Name = "佐藤　一",
                Kana = $"{(i % 40 == 0 ? "サトウ" : "ア" + (char)('カ' + (i % 40)))}　{(char)('カ' + (i / 40))}ミ",
                BirthDate = new PartialDate(1930 + (i % 80), 1 + (i % 12), 1 + (i % 28)),
                Sex = i % 2 == 0 ? Sex.Male : Sex.Female,
                Address = $"港町{1 + (i % 60)}番{1 + (i / 60)}号",
                Phone = $"0999-10-{i:0000}",
            };
        }
    }

    static double Score(LinkOutcome outcome) => outcome.Candidates[0].Score;

    static double Weight(LinkOutcome outcome, string feature) => outcome.Candidates[0].Features.Single(f => f.Feature == feature).Weight;
}
