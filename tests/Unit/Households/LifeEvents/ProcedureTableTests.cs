using System.Text.Json;
using Tsunagu.Households.Documents;
using Tsunagu.Households.Flags;
using Tsunagu.Households.LifeEvents;
using Xunit;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Tests.Unit.Households.LifeEvents;

public sealed class ProcedureTableTests
{
    static readonly ProcedureTable Table =
        ProcedureTable.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "LifeEvents", "default-procedures.json")));

    static readonly FlagMember Anybody = new(40, "02", false, "", []);

    [Fact]
    public void DefaultTable_IsSoundAndSurvivesItsStorage()
    {
        Assert.Empty(Table.Problems());
        Assert.Equal(Table.ToJson(), ProcedureTable.Parse(Table.ToJson()).ToJson());
    }

    [Fact]
    public void DefaultTable_KnowsEveryEventButTheRemoval() => Assert.Equal(
        Enum.GetValues<LifeEventKind>().Where(kind => kind != LifeEventKind.Removal), Table.Procedures.Select(row => row.Kind).Distinct().Order());

    [Fact]
    public void Table_ComesBackFromTheWireAsItWent()
    {
        var wire = new DocumentVersion<ProcedureTable> { Version = 3, Document = Table.ToJson(), StaffId = "s-1", Reason = "理由" }.ToWire();
        Assert.Equal(Table.ToJson(), ProcedureWire.Table(wire.Ages, wire.Procedures).ToJson());
    }

    [Fact]
    public void EveryKind_IsTheContractsOfThatName()
    {
        Assert.Equal(Enum.GetNames<Wire.LifeEventKind>().Where(name => name != nameof(Wire.LifeEventKind.Unspecified)), Enum.GetNames<LifeEventKind>());
        Assert.All(Enum.GetValues<LifeEventKind>(), kind => Assert.Equal(kind.ToString(), LifeEventWire.ToWire(kind).ToString()));
        Assert.Equal("LIFE_EVENT_KIND_HOUSEHOLD_SPLIT", LifeEventWire.CodeOf(LifeEventKind.HouseholdSplit));
    }

    [Theory]
    [InlineData("birth", null, "", "", "birth_child_allowance birth_child_medical birth_checkup")]
    [InlineData("birth", null, "", "国民健康保険資格", "birth_child_allowance birth_child_medical birth_health_insurance birth_checkup")]
    [InlineData("move_out", null, "", "", "")]
    [InlineData("age_reached", 20, "", "", "age20_pension")]
    [InlineData("age_reached", 65, "", "", "age65_care")]
    [InlineData("entitlement_ended", null, "生活保護", "", "public_assistance_ended")]
    [InlineData("entitlement_ended", null, "国民健康保険資格", "", "health_insurance_ended")]
    [InlineData("entitlement_ended", null, "市営住宅入居", "", "")]
    public void Event_CallsForTheRowsOfItsKindThatFitTheHousehold(string kind, int? age, string scheme, string besideScheme, string codes)
    {
        var happened = new HappenedEvent(Enum.Parse<LifeEventKind>(kind.Replace("_", "", StringComparison.Ordinal), ignoreCase: true), age, scheme);
        var needed = Table.Of(happened, Anybody, [Anybody with { OpenSchemes = besideScheme.Length == 0 ? [] : [besideScheme] }]);
        Assert.Equal(codes, string.Join(' ', needed.Select(row => row.Code)));
    }

    [Fact]
    public void Row_AsksWhatThePersonHad() => Assert.Equal(
        ["move_out_health_insurance", "move_out_care"],
        Table.Of(new(LifeEventKind.MoveOut, null, ""), Anybody with { OpenSchemes = ["介護認定", "国民健康保険資格"] }, []).Select(row => row.Code));

    [Fact]
    public void DueDay_IsCountedFromTheEvent()
    {
        var row = new Procedure { Code = "a", Kind = LifeEventKind.Birth, Scheme = "児童手当", Name = "認定請求", WithinDays = 15 };
        Assert.Equal(new DateOnly(2026, 4, 14), row.DueOn(new(2026, 3, 30)));
        Assert.Null((row with { WithinDays = null }).DueOn(new(2026, 3, 30)));
        Assert.Equal(DateOnly.MaxValue, row.DueOn(DateOnly.MaxValue.AddDays(-15)));
        Assert.Null(row.DueOn(DateOnly.MaxValue.AddDays(-14)));
    }

    [Theory]
    [InlineData("""{"code": "A", "kind": "birth", "scheme": "x", "name": "x"}""", "procedures[1].code", ProcedureProblem.CodeInvalid)]
    [InlineData("""{"code": "first", "kind": "birth", "scheme": "x", "name": "x"}""", "procedures[1].code", ProcedureProblem.CodeRepeated)]
    [InlineData("""{"code": "a", "kind": "birth", "scheme": " ", "name": "x"}""", "procedures[1].scheme", ProcedureProblem.Blank)]
    [InlineData("""{"code": "a", "kind": "birth", "age": 18, "scheme": "x", "name": "x"}""", "procedures[1].age", ProcedureProblem.NotOfTheEvent)]
    [InlineData("""{"code": "a", "kind": "age_reached", "age": 19, "scheme": "x", "name": "x"}""", "procedures[1].age", ProcedureProblem.AgeInvalid)]
    [InlineData("""{"code": "a", "kind": "death", "eventSchemes": ["x"], "scheme": "x", "name": "x"}""", "procedures[1].event_schemes", ProcedureProblem.NotOfTheEvent)]
    [InlineData("""{"code": "a", "kind": "death", "scheme": "x", "name": "x", "withinDays": -1}""", "procedures[1].within_days", ProcedureProblem.RangeInvalid)]
    [InlineData("""{"code": "a", "kind": "death", "scheme": "x", "name": "x", "who": {"ageFrom": 9, "ageTo": 8}}""", "procedures[1].who", ProcedureProblem.RangeInvalid)]
    [InlineData("""{"code": "a", "kind": "death", "scheme": "x", "name": "x", "beside": {"openScheme": [""]}}""", "procedures[1].beside", ProcedureProblem.Blank)]
    internal void UnsoundRow_IsNamedWithItsField(string row, string path, ProcedureProblem problem) => Assert.Equal(
        [(path, problem)],
        ProcedureTable.Parse("""{"ages": [18], "procedures": [{"code": "first", "kind": "birth", "scheme": "児童手当", "name": "認定請求"}, """ + row + "]}").Problems());

    [Fact]
    public void UnsoundAges_AreNamed() => Assert.Equal(
        [("ages[1]", ProcedureProblem.AgeInvalid), ("ages[2]", ProcedureProblem.AgeInvalid)],
        (Table with { Ages = [18, 18, 121, 20, 65, 40, 75] }).Problems());

    [Fact]
    public void MisspeltCondition_IsNoDocument() => Assert.Throws<JsonException>(
        () => ProcedureTable.Parse("""{"ages": [], "procedures": [{"code": "a", "kind": "birth", "scheme": "x", "name": "x", "whoo": {}}]}"""));

    [Theory]
    [InlineData("residents")]
    [InlineData("residents/2026-04-02")]
    [InlineData("16_kokuho_shikaku/2026-04-01/2026-04-02")]
    public void Order_SurvivesItsSchedule(string key) => Assert.Equal(key, LifeEventOrder.Parse(key).ToString());
}
