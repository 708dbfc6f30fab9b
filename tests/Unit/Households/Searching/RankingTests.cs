using Tsunagu.Households.Domain;
using Tsunagu.Households.Searching;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Searching;

public sealed class RankingTests
{
    static readonly DateOnly Today = new(2026, 4, 1);

    static readonly Searchable Resident = new()
    {
        Number = "000000000010586",
        Name = "渡邉　明子",
        Kana = "ワタナベ　アキコ",
        FormerFamilyName = "久保",
        Alias = "",
        AliasKana = "",
        RomanName = "",
        BirthDate = "1988-08-23",
        Sex = Sex.Female,
        Address = "野分町３丁目37番12号",
        Phone = "090-0219-4694",
        FormerNames = ["高橋　明子", "タカハシ　アキコ"],
        FormerAddresses = ["港町5番地"],
        FormerPhones = ["0999-75-4000"],
    };

    [Fact]
    public void Names_RankWholeThenWordThenBeginningThenPartThenError()
    {
        string[] inOrder = ["渡辺明子", "渡邊", "ワタナ", "タナベ", "ワタナペアキヨ"];
        var scores = inOrder.Select(name => Score(new() { Name = NameQuery.Of(name), Today = Today })).ToArray();
        Assert.Equal(1000, scores[0]);
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Equal(scores.Distinct(), scores);
        Assert.True(scores[3] >= Ranking.Flawless && scores[4] < Ranking.Flawless);
    }

    [Theory]
    [InlineData("わたなべ あきこ")]
    [InlineData("ﾜﾀﾅﾍﾞｱｷｺ")]
    [InlineData("渡辺 アキコ")]
    [InlineData("明子 渡部")]
    [InlineData("あき わたなべ")]
    [InlineData("Watanabe Akiko")]
    [InlineData("akiko WATANABE")]
    [InlineData("ワタナーベ アキコー")]
    [InlineData("わなたべ あき")]
    [InlineData("久保明子")]
    [InlineData("高橋明子")]
    [InlineData("髙橋 明子")]
    [InlineData("タカハシアキコ")]
    [InlineData("Takahashi")]
    public void Name_AsPeopleSayIt_Fits(string name) => Assert.NotNull(Score(new() { Name = NameQuery.Of(name), Today = Today }));

    [Theory]
    [InlineData("ワタナベ アイカ")]
    [InlineData("渡辺 秋")]
    [InlineData("ワシ")]
    [InlineData("Watanabe Aiko Mae")]
    public void Name_WithMoreThanOneError_DoesNotFit(string name) => Assert.Null(Score(new() { Name = NameQuery.Of(name), Today = Today }));

    [Fact]
    public void FormerValues_StandBehindPresentOnes()
    {
        var now = Score(new() { Name = NameQuery.Of("渡辺明子"), Today = Today });
        var before = Score(new() { Name = NameQuery.Of("高橋明子"), Today = Today });
        Assert.True(before < now && before >= Ranking.Flawless);
        Assert.NotNull(Score(new() { Address = [AddressForm.Of("港町5")], Today = Today }));
        Assert.NotNull(Score(new() { Phone = "4000", Today = Today }));
    }

    [Theory]
    [InlineData(37, 1000)]
    [InlineData(38, 850)]
    [InlineData(36, 850)]
    [InlineData(39, null)]
    public void Age_MayBeAYearOff(int age, int? score) => Assert.Equal(score, Score(new() { Age = age, Today = Today }));

    [Theory]
    [InlineData("1988-08-23", 1000)]
    [InlineData("1988-08", 950)]
    [InlineData("1988", 950)]
    [InlineData("1988-08-24", 225)]
    [InlineData("1988-08-28", 225)]
    [InlineData("1989-08-23", 225)]
    [InlineData("1998-08-23", 225)]
    [InlineData("1898-08-23", 225)]
    [InlineData("1988-11-02", null)]
    public void BirthDate_MayHaveOneError(string born, int? score) => Assert.Equal(score, Score(new() { Born = PartialDate.Parse(born), Today = Today }));

    [Theory]
    [InlineData("09002194694", 1000)]
    [InlineData("4694", 925)]
    [InlineData("02194694", 925)]
    [InlineData("09002194649", 225)]
    [InlineData("0900219469", 225)]
    [InlineData("4695", null)]
    public void Phone_FitsWholeOrByItsEnd(string phone, int? score) => Assert.Equal(score, Score(new() { Phone = phone, Today = Today }));

    [Fact]
    public void OneError_IsAllThatIsForgiven()
    {
        var wrongDay = new SearchCriteria { Name = NameQuery.Of("渡辺明子"), Born = PartialDate.Parse("1988-08-24"), Today = Today };
        Assert.InRange(Score(wrongDay) ?? 0, 1, Ranking.Flawless - 1);
        Assert.Null(Score(wrongDay with { Name = NameQuery.Of("渡辺朋子") }));
        Assert.Null(Score(wrongDay with { Sex = Sex.Male }));
    }

    [Fact]
    public void FormerResidents_StandBehindResidents() =>
        Assert.True(new Ranking(Asked()).Score(Resident, ResidentStatus.MovedOut) < new Ranking(Asked()).Score(Resident, ResidentStatus.Current));

    [Fact]
    public void UnmappedGlyph_FitsAnyGlyph()
    {
        var lacking = Resident with { Name = "〓野　明子", FormerNames = [] };
        Assert.InRange(new Ranking(new() { Name = NameQuery.Of("吉野"), Today = Today }).Score(lacking, ResidentStatus.Current) ?? 0, Ranking.Flawless, 999);
        Assert.Null(new Ranking(new() { Name = NameQuery.Of("吉田"), Today = Today }).Score(lacking, ResidentStatus.Current));
    }

    static SearchCriteria Asked() => new() { Name = NameQuery.Of("渡辺明子"), Today = Today };

    static int? Score(SearchCriteria criteria) => new Ranking(criteria).Score(Resident, ResidentStatus.Current);
}
