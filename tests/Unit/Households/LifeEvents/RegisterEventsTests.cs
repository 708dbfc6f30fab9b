using Tsunagu.Households.Domain;
using Tsunagu.Households.LifeEvents;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.LifeEvents;

public sealed class RegisterEventsTests
{
    static readonly DateOnly Eve = new(2026, 4, 1);
    static readonly DateOnly Day = new(2026, 4, 2);
    static readonly DateOnly Reported = new(2026, 4, 2);

    static readonly Townsman Father = new(1, 'A', "02");
    static readonly Townsman Mother = new(2, 'A', "12");
    static readonly Townsman Daughter = new(3, 'A', "20") { Born = new(2001, 3, 4) };
    static readonly Townsman Neighbour = new(8, 'N', "02");
    static readonly Townsman Baby = new(9, 'A', "20") { Born = new(2026, 3, 30), ChangedOn = Reported };

    [Fact]
    public void NewbornInAHousehold_IsBorn() =>
        Assert.Equal(["9 Birth A 2026-03-30"], Events([Father, Mother], [Father, Mother, Baby]));

    [Fact]
    public void RegisterOfTheFirstDays_IsReadLikeAnyOther()
    {
        var born = new RegisterDifference(Baby.Id, new(1, 1, 2), null, Baby.Row);
        var step = new LifeStep(DateOnly.MinValue, DateOnly.MinValue.AddDays(2), true);
        Assert.Equal([LifeEventKind.Birth], RegisterEvents.Of(new(step, [born], [Father.Seat], [Father.Seat, Baby.Seat])).Select(e => e.Kind));
    }

    [Fact]
    public void NewbornOfAnUnknownDay_MovesIn() =>
        Assert.Equal(["9 MoveIn A 2026-04-02"], Events([Father], [Father, Baby with { Born = new(2026, 3) }]));

    [Fact]
    public void NewbornWithAnOlderNewcomer_MovesInWithThem() => Assert.Equal(
        ["2 MoveIn A 2026-04-02", "9 MoveIn A 2026-04-02"], Events([Father], [Father, Mother with { ChangedOn = Reported }, Baby]));

    [Fact]
    public void NewbornWithAFamilyThatIsNew_MovesIn() => Assert.Equal(
        ["1 MoveIn A 2026-04-02", "9 MoveIn A 2026-04-02"], Events([Neighbour], [Neighbour, Father with { ChangedOn = Reported }, Baby]));

    [Fact]
    public void RegisterThatDatesTheEventByTheBirth_TellsABirthByItself() =>
        Assert.Equal(["9 Birth B 2026-03-30"], Events([Father], [Father, Baby with { Home = 'B', ChangedOn = new(2026, 3, 30) }]));

    [Fact]
    public void ChildOfFive_MovesIn() =>
        Assert.Equal(["9 MoveIn A 2026-04-02"], Events([Father], [Father, Baby with { Born = new(2021, 3, 30) }]));

    [Theory]
    [InlineData(nameof(ResidentStatus.Deceased), "2 Death A 2026-03-31")]
    [InlineData(nameof(ResidentStatus.MovedOut), "2 MoveOut A 2026-03-31")]
    [InlineData(nameof(ResidentStatus.Removed), "2 Removal A 2026-03-31")]
    public void ResidentWhoIsNoneAnyMore_LeftInTheWayTheRegisterTells(string status, string expected) => Assert.Equal(
        [expected],
        Events([Father, Mother], [Father, Mother with { Status = Enum.Parse<ResidentStatus>(status), ChangedOn = new(2026, 3, 31) }]));

    [Fact]
    public void ResidentWhoVanishes_IsRemoved() => Assert.Equal(["2 Removal A 2026-04-02"], Events([Father, Mother], [Father]));

    [Fact]
    public void ResidentWhoVanishesAmongRowsSetAside_ProvesNothing() => Assert.Empty(Events([Father, Mother], [Father], whole: false));

    [Fact]
    public void FormerResident_HasNoEvents()
    {
        var gone = Mother with { Status = ResidentStatus.MovedOut };
        Assert.Empty(Events([Father, gone], [Father]));
        Assert.Empty(Events([Father], [Father, gone with { ChangedOn = Reported }]));
        Assert.Empty(Events([Father, gone], [Father, gone with { Status = ResidentStatus.Deceased, ChangedOn = Reported }]));
    }

    [Theory]
    [InlineData(nameof(ResidentStatus.MovedOut), "2 MoveIn A 2026-04-02")]
    [InlineData(nameof(ResidentStatus.Deceased), "2 Restoration A 2026-04-02")]
    [InlineData(nameof(ResidentStatus.Removed), "2 Restoration A 2026-04-02")]
    public void FormerResidentWhoIsOneAgain_ComesBack(string status, string expected) => Assert.Equal(
        [expected], Events([Father, Mother with { Status = Enum.Parse<ResidentStatus>(status) }], [Father, Mother with { ChangedOn = Reported }]));

    [Fact]
    public void ResidentWhoHadVanished_ComesBack()
    {
        var back = new RegisterDifference(Mother.Id, Mother.Born, null, Mother.Row) { Earlier = ResidentStatus.Current };
        var again = back with { Earlier = ResidentStatus.MovedOut };
        Assert.Equal(
            [LifeEventKind.Restoration, LifeEventKind.MoveIn],
            new[] { back, again }.SelectMany(one => RegisterEvents.Of(new(new(Eve, Day, true), [one], [], [Mother.Seat]))).Select(e => e.Kind));
    }

    [Fact]
    public void OtherAddressWithANewDate_IsAMove() => Assert.Equal(
        ["1 MoveWithin A 2026-04-02"], Events([Father], [Father with { Address = "本町二丁目1番1号", ChangedOn = Reported }]));

    [Fact]
    public void OtherAddressWithoutANewDate_IsACorrection() => Assert.Empty(Events([Father], [Father with { Address = "本町二丁目1番1号" }]));

    [Fact]
    public void AddressWrittenOtherwise_IsNoMove() => Assert.Empty(Events([Father], [Father with { Address = "本町１－１－１", ChangedOn = Reported }]));

    [Fact]
    public void RegisterThatDatesNothing_TellsAMoveByTheAddress() => Assert.Equal(
        ["1 MoveWithin A 2026-04-02"], Events([Father with { ChangedOn = null }], [Father with { ChangedOn = null, Address = "緑町3番" }]));

    [Fact]
    public void MemberWhoFoundsAHousehold_SplitsTheOld() => Assert.Equal(
        ["3 HouseholdSplit A>B 2026-04-02"], Events([Father, Daughter], [Father, Daughter with { Home = 'B', Kin = "02", ChangedOn = Reported }]));

    [Fact]
    public void HouseholdThatPartsIntoTwoNewOnes_IsSplitByBoth() => Assert.Equal(
        ["1 HouseholdSplit A>B 2026-04-02", "3 HouseholdSplit A>C 2026-04-02"],
        Events([Father, Daughter], [Father with { Home = 'B', ChangedOn = Reported }, Daughter with { Home = 'C', Kin = "02", ChangedOn = Reported }]));

    [Fact]
    public void HouseholdUnderAnotherNumber_IsNoEvent() => Assert.Empty(
        Events([Father, Mother], [Father with { Home = 'B', ChangedOn = Reported }, Mother with { Home = 'B', ChangedOn = Reported }]));

    [Fact]
    public void SurvivorUnderAnotherNumber_SplitsNothing() => Assert.Equal(
        ["1 Death A 2026-04-02"],
        Events([Father, Mother], [Father with { Status = ResidentStatus.Deceased, ChangedOn = Reported }, Mother with { Home = 'B', Kin = "02", ChangedOn = Reported }]));

    [Fact]
    public void MemberWhoJoinsOthers_MergesWithThem() => Assert.Equal(
        ["8 HouseholdMerge N>A 2026-04-02"], Events([Father, Neighbour], [Father, Neighbour with { Home = 'A', Kin = "99", ChangedOn = Reported }]));

    [Fact]
    public void MoveIntoAHouseholdElsewhere_IsBoth() => Assert.Equal(
        ["3 HouseholdSplit A>B 2026-04-02", "3 MoveWithin A>B 2026-04-02"],
        Events([Father, Daughter], [Father, Daughter with { Home = 'B', Kin = "02", Address = "緑町3番", ChangedOn = Reported }]));

    [Fact]
    public void WhoeverTakesTheHeadsPlace_IsTheNewHead() => Assert.Equal(
        ["1 Death A 2026-04-02", "2 HeadChange A 2026-04-02"],
        Events([Father, Mother], [Father with { Status = ResidentStatus.Deceased, ChangedOn = Reported }, Mother with { Kin = "02", ChangedOn = Reported }]));

    [Fact]
    public void HouseholdLeftWithoutAHead_HasNoNewOne() => Assert.Equal(
        ["1 Death A 2026-04-02"], Events([Father, Mother], [Father with { Status = ResidentStatus.Deceased, ChangedOn = Reported }, Mother]));

    [Theory]
    // By usage (未届) before; from a child's place under another name; and with a husband who took the name.
    [InlineData("14", "浪岡　湊", "浪岡　湊", "浪岡　武", true)]
    [InlineData("20", "浪岡　湊", "若槻　湊", "浪岡　武", true)]
    [InlineData("99", "浪岡　湊", "浪岡　湊", "若槻　武", true)]
    [InlineData("99", "浪岡　湊", "浪岡　湊", "浪岡　武", false)]
    [InlineData("20-12", "浪岡　湊", "若槻　湊", "浪岡　武", false)]
    public void BecomingASpouse_IsAMarriageWhenANameOrTheUsageShowsIt(string before, string name, string newName, string headName, bool married)
    {
        Townsman[] then = [Father with { Name = "浪岡　武" }, Mother with { Kin = before, Name = name }];
        Townsman[] now = [Father with { Name = headName, ChangedOn = Reported }, Mother with { Name = newName, ChangedOn = Reported }];
        string[] expected = married ? ["2 Marriage A 2026-04-02"] : [];
        Assert.Equal(expected, Events(then, now));
    }

    static IEnumerable<string> Events(Townsman[] before, Townsman[] after, bool whole = true)
    {
        var (then, now) = (before.ToDictionary(p => p.Number), after.ToDictionary(p => p.Number));
        var differences = then.Keys.Union(now.Keys)
            .Where(number => then.GetValueOrDefault(number) != now.GetValueOrDefault(number))
            .Select(number => new RegisterDifference(
                Townsman.IdOf(number), (now.GetValueOrDefault(number) ?? then[number]).Born, then.GetValueOrDefault(number)?.Row, now.GetValueOrDefault(number)?.Row));
        var step = new RegisterStep(new LifeStep(Eve, Day, whole), [.. differences], Seats(before), Seats(after));
        return RegisterEvents.Of(step).Select(Describe).Order(StringComparer.Ordinal);
    }

    static HouseholdSeat[] Seats(Townsman[] people) => [.. people.Where(p => p.Status == ResidentStatus.Current).Select(p => p.Seat)];

    static string Describe(FoundEvent e)
    {
        var number = Enumerable.Range(1, 9).Single(n => Townsman.IdOf(n) == e.ResidentId);
        return $"{number} {e.Kind} {(e.FromHouseholdId is { } from ? $"{Letter(from)}>" : "")}{Letter(e.HouseholdId)} {e.OccurredOn:yyyy-MM-dd}";

        static char Letter(Guid home) => Enumerable.Range('A', 26).Select(c => (char)c).Single(c => Townsman.HomeOf(c) == home);
    }
}
