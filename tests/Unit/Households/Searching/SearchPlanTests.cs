using Tsunagu.Households.Domain;
using Tsunagu.Households.Searching;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Searching;

/// <summary>Whoever fits is looked up: the keys that are stored and the keys that are asked for belong together.</summary>
public sealed class SearchPlanTests
{
    static readonly DateOnly Today = new(2026, 4, 1);

    static readonly Searchable Resident = new()
    {
        Number = "000000000010586",
        Name = "久保田　隆史",
        Kana = "クボタ　タカシ",
        FormerFamilyName = "",
        Alias = "",
        AliasKana = "",
        RomanName = "",
        BirthDate = "1971-04-24",
        Sex = Sex.Male,
        Address = "野分町３丁目37番12号　メゾン夕凪　404号室",
        Phone = "090-0219-4694",
    };

    [Theory]
    [InlineData("久保田隆史")]
    [InlineData("久保田")]
    [InlineData("久")]
    [InlineData("保田")]
    [InlineData("くぼた たか")]
    [InlineData("ぼたたか")]
    [InlineData("隆史 クボタ")]
    [InlineData("kubota")]
    [InlineData("Takashi Kubota")]
    [InlineData("kub")]
    [InlineData("クーボタ タカシー")]
    public void NameWithoutError_IsLookedUp(string name) => AssertFound(new() { Name = NameQuery.Of(name), Today = Today }, plan => plan.Flawless);

    [Theory]
    [InlineData("クボタタカツ")]
    [InlineData("クタボタカシ")]
    [InlineData("クボタカシ")]
    [InlineData("クボタアタカシ")]
    [InlineData("クボ")]
    [InlineData("クボテ")]
    [InlineData("久保田隆司")]
    [InlineData("久保隆田史")]
    [InlineData("久保隆史")]
    [InlineData("久保田 陸史")]
    [InlineData("クポテ たか")]
    [InlineData("kubotta takasi")]
    [InlineData("kubota takoshi")]
    [InlineData("Kumota Takashi")]
    public void NameWithOneError_IsLookedUp(string name) => AssertFound(
        new() { Name = NameQuery.Of(name), Today = Today }, plan => [.. plan.Flawless, .. plan.WithError]);

    [Fact]
    public void EveryCriterionWithOneError_IsLookedUpBesideOthers()
    {
        var asked = new SearchCriteria
        {
            Name = NameQuery.Of("久保田"),
            Born = PartialDate.Parse("1971-04-24"),
            Address = [AddressForm.Of("野分町3-37")],
            Phone = "09002194694",
            Today = Today,
        };
        AssertFound(asked, plan => plan.Flawless);
        AssertFound(asked with { Name = NameQuery.Of("久保囲") }, plan => plan.WithError);
        AssertFound(asked with { Born = PartialDate.Parse("1971-04-25") }, plan => plan.WithError);
        AssertFound(asked with { Address = [AddressForm.Of("野分町3-38")] }, plan => plan.WithError);
        AssertFound(asked with { Phone = "09002194964" }, plan => plan.WithError);
        AssertFound(new() { Name = asked.Name, Age = 53, Today = Today }, plan => plan.Flawless);
    }

    [Fact]
    public void Lookups_AreFew()
    {
        var longest = NameQuery.Of("サンパウロテオリヘイラフェルナンデスマリアクララアパレシダ");
        var plan = new SearchPlan(new() { Name = longest, Kana = longest, Age = 30, Address = [AddressForm.Of("野分町3-37-12")], Today = Today });
        Assert.InRange(plan.Flawless.Count + plan.WithError.Count, 1, 600);
    }

    [Fact]
    public void Number_IsLookedUpByItselfWithOneError()
    {
        var plan = new SearchPlan(new() { Number = "000000000010568", Name = NameQuery.Of("久保田"), Today = Today });
        Assert.Empty(plan.Flawless);
        Assert.Equal(["000000000010568"], plan.Numbers!);
        Assert.Contains(Resident.Number, plan.NumbersNear!);
    }

    static void AssertFound(SearchCriteria criteria, Func<SearchPlan, IEnumerable<SearchStep>> steps)
    {
        var keys = Resident.Keys().ToHashSet();
        Assert.Contains(steps(new(criteria)), step => step.All.All(keys.Contains) && step.Any.All(any => any.Any(keys.Contains)));
        Assert.NotNull(new Ranking(criteria).Score(Resident, ResidentStatus.Current));
    }
}
