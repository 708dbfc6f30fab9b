using System.Text.Json;
using Tsunagu.Households.Documents;
using Tsunagu.Households.Flags;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class FlagRulesTests
{
    static readonly FlagRules Rules = FlagRules.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Flags", "default-rules.json")));

    public static TheoryData<string, string> Households() => new()
    {
        // Members as age:kin, with ! for a foreign one and the 制度 in force behind a slash; a question mark for an unknown age.
        { "82:02", "single single_elderly" },
        { "64:02", "single" },
        { "?:02", "single" },
        { "70:02 68:12", "elderly_only" },
        { "70:02 ?:12", "" },
        { "82:02 54:20", "8050" },
        { "82:02 79:12 54:20 51:20", "8050" },
        { "54:02 82:52", "8050" },
        { "54:02 50:12 82:52", "" },
        { "82:02 54:20 20:20-20", "three_generation" },
        { "82:02 65:20", "elderly_only" },
        { "82:02 44:20", "" },
        { "40:02 10:20", "single_parent" },
        { "40:02 41:14 10:20", "" },
        { "40:02 18:20", "" },
        { "40:02 38:12 10:20 70:52", "three_generation" },
        { "40:02! 38:12! 10:20!", "foreign_only" },
        { "40:02 38:12! 10:20", "foreign_mixed" },
        { "15:20 17:20", "single_parent no_head" },
        { "45:02/障害者手帳（身体） 12:20", "single_parent young_carer" },
        { "45:02/障害者手帳（身体） 44:12 12:20", "" },
        { "80:02/介護認定 15:20-20", "young_carer" },
        { "45:02/国民健康保険資格 12:20", "single_parent" },
    };

    [Theory]
    [MemberData(nameof(Households))]
    public void Household_BearsTheFlagsOfTheRulesThatFit(string members, string flags) =>
        Assert.Equal(flags, string.Join(' ', Rules.Of([.. members.Split(' ').Select(Member)]).Select(rule => rule.Code)));

    [Fact]
    public void PersonInAFacility_IsNotTakenForLivingAlone() => Assert.Equal(
        ["facility"], Rules.Of([new FlagMember(90, "02", false, "海辺町一丁目2番3号　特別養護老人ホーム海風　201", [])]).Select(rule => rule.Code));

    [Fact]
    public void HouseholdWithoutCurrentMembers_BearsNothing() => Assert.Empty(Rules.Of([]));

    [Fact]
    public void DefaultRules_AreSoundAndSurviveTheirStorage()
    {
        Assert.Empty(Rules.Problems());
        Assert.Equal(Rules.ToJson(), FlagRules.Parse(Rules.ToJson()).ToJson());
    }

    [Fact]
    public void Rules_ComeBackFromTheWireAsTheyWent()
    {
        var wire = new DocumentVersion<FlagRules> { Version = 3, Document = Rules.ToJson(), StaffId = "s-1", Reason = "理由" }.ToWire();
        Assert.Equal(Rules.ToJson(), FlagWire.Rules(wire.Facilities, wire.Rules).ToJson());
    }

    [Theory]
    [InlineData("""{"code": "A", "name": "x", "when": {"membersTo": 1}}""", "rules[1].code", FlagProblem.CodeInvalid)]
    [InlineData("""{"code": "single", "name": "x", "when": {"membersTo": 1}}""", "rules[1].code", FlagProblem.CodeRepeated)]
    [InlineData("""{"code": "a", "name": " ", "when": {"membersTo": 1}}""", "rules[1].name", FlagProblem.Blank)]
    [InlineData("""{"code": "a", "name": "1234567890123456789012345678901234567890１", "when": {"membersTo": 1}}""", "rules[1].name", FlagProblem.TooLong)]
    [InlineData("""{"code": "a", "name": "x", "when": {"some": [{"openScheme": ["生活保護", " "]}]}}""", "rules[1].when", FlagProblem.Blank)]
    [InlineData("""{"code": "a", "name": "x", "when": {"anyOf": [{"none": [{"noOpenScheme": [""]}]}]}}""", "rules[1].when", FlagProblem.Blank)]
    [InlineData("""{"code": "a", "name": "x", "when": {}}""", "rules[1].when", FlagProblem.AsksNothing)]
    [InlineData("""{"code": "a", "name": "x", "when": {"anyOf": [{}]}}""", "rules[1].when", FlagProblem.AsksNothing)]
    [InlineData("""{"code": "a", "name": "x", "when": {"some": [{"ageFrom": 20, "ageTo": 10}]}}""", "rules[1].when", FlagProblem.RangeInvalid)]
    [InlineData("""{"code": "a", "name": "x", "when": {"membersFrom": 3, "membersTo": 2}}""", "rules[1].when", FlagProblem.RangeInvalid)]
    internal void UnsoundRule_IsNamedWithItsField(string rule, string path, FlagProblem problem) => Assert.Equal(
        [(path, problem)],
        FlagRules.Parse("""{"facilities": [], "rules": [{"code": "single", "name": "単身", "when": {"membersTo": 1}}, """ + rule + "]}").Problems());

    [Fact]
    public void NameOfFortyCharacters_IsSound() => Assert.Empty(
        (Rules with { Rules = [Rules.Rules[0] with { Name = string.Concat(Enumerable.Repeat("𠮷", 40)) }] }).Problems());

    [Fact]
    public void MisspeltCondition_IsNoDocument() => Assert.Throws<JsonException>(
        () => FlagRules.Parse("""{"facilities": [], "rules": [{"code": "a", "name": "x", "when": {"evry": []}}]}"""));

    static FlagMember Member(string text)
    {
        var (person, schemes) = text.Split('/') is [var left, .. var right] ? (left, right) : (text, []);
        var (age, kin) = (person.TrimEnd('!').Split(':')[0], person.TrimEnd('!').Split(':')[1]);
        return new(age == "?" ? null : int.Parse(age, System.Globalization.CultureInfo.InvariantCulture), kin, person.EndsWith('!'), "", schemes);
    }
}
