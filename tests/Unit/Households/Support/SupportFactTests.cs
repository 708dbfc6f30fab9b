using Tsunagu.Households.Domain;
using Tsunagu.Households.Support;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Support;

public sealed class SupportFactTests
{
    static readonly DateTimeOffset Noon = new(2026, 4, 2, 3, 0, 0, TimeSpan.Zero);
    static readonly SupportSource Told = new(SupportSourceKind.Family, new DateOnly(2026, 4, 1), "");
    static readonly PersonRef Mother = new(Guid.CreateVersion7(), Registered: true);
    static readonly PersonRef Daughter = new(Guid.CreateVersion7(), Registered: false);

    [Fact]
    public void Record_KnowsWhomItNames()
    {
        var (fact, first) = Record(new Tie(Mother, Daughter, TieKind.Caregiver, TieQuality.Strong, "週に三度"));
        Assert.Equal((Mother.Id, null, null, Daughter.Id), (fact.ResidentId, fact.OtherResidentId, fact.PersonId, fact.OtherPersonId));
        Assert.Equal((1, Noon, null), (first.Revision, first.KnownFrom, first.KnownTo));
    }

    [Fact]
    public void Correct_LeavesTheWordingBeforeAsItWasKnown()
    {
        var (fact, first) = Record(Living(Mother), since: new DateOnly(2020, 1, 1));
        var next = fact.Correct(first, Wording(Living(Mother, Presence.RegisteredHereOnly), since: new DateOnly(2021, 1, 1)), By(1), "聞き違い");
        Assert.Equal((new DateOnly(2020, 1, 1), Noon.AddHours(1)), (first.Since, first.KnownTo));
        Assert.Equal((2, 2, Noon.AddHours(1), null, "聞き違い"), (next.Revision, fact.Revision, next.KnownFrom, next.KnownTo, next.Reason));
        Assert.Equal(Living(Mother, Presence.RegisteredHereOnly), next.Wording().Content);
    }

    [Fact]
    public void Correct_ByAClockThatIsBehind_IsKnownAfterWhatItCorrects()
    {
        var (fact, first) = Record(Living(Mother));
        var next = fact.Correct(first, Wording(Living(Mother)), By(-5), "見直し");
        Assert.True(next.KnownFrom > first.KnownFrom);
        Assert.Equal(next.KnownFrom, first.KnownTo);
    }

    [Fact]
    public void Correct_OfWhomItIsAbout_IsRefused()
    {
        var (fact, first) = Record(Living(Mother));
        Refusals.AssertRefused(RefusalKind.Invalid, "SUPPORT_FACT_SUBJECT", () => fact.Correct(first, Wording(Living(Daughter)), By(1), "人違い"));
        Refusals.AssertRefused(
            RefusalKind.Invalid, "SUPPORT_FACT_SUBJECT",
            () => fact.Correct(first, Wording(new OutsidePerson("遠山", "", "", Sex.Female, "", "", "")), By(1), "人違い"));
    }

    [Fact]
    public void Correct_OfAnotherKindOfTie_IsRefused()
    {
        var (fact, first) = Record(new Tie(Mother, Daughter, TieKind.Child, null, ""));
        Refusals.AssertRefused(
            RefusalKind.Invalid, "SUPPORT_FACT_SUBJECT",
            () => fact.Correct(first, Wording(new Tie(Mother, Daughter, TieKind.Stepchild, null, "")), By(1), "見直し"));
    }

    [Fact]
    public void End_SetsTheLastDayOnce()
    {
        var (fact, first) = Record(Living(Mother), since: new DateOnly(2020, 1, 1));
        var ended = fact.End(first, new DateOnly(2026, 3, 31), By(1), "転居");
        Assert.Equal((new DateOnly(2020, 1, 1), new DateOnly(2026, 3, 31)), (ended.Since, ended.Until));
        Refusals.AssertRefused(RefusalKind.WrongState, "SUPPORT_FACT_ENDED", () => fact.End(ended, new DateOnly(2026, 4, 30), By(2), "転居"));
    }

    [Fact]
    public void End_BeforeTheBeginning_IsRefused()
    {
        var (fact, first) = Record(Living(Mother), since: new DateOnly(2020, 1, 1));
        Refusals.AssertRefused(RefusalKind.Invalid, "FIELD_INVALID", () => fact.End(first, new DateOnly(2019, 12, 31), By(1), "転居"));
    }

    [Fact]
    public void Withdrawn_IsChangedNoMore()
    {
        var (fact, first) = Record(Living(Mother));
        fact.Withdraw(first, By(1), "人違い");
        Assert.Equal((Noon.AddHours(1), "人違い"), (first.KnownTo, fact.WithdrawalReason));
        Refusals.AssertRefused(RefusalKind.WrongState, "SUPPORT_FACT_WITHDRAWN", () => fact.Withdraw(first, By(2), "人違い"));
        Refusals.AssertRefused(RefusalKind.WrongState, "SUPPORT_FACT_WITHDRAWN", () => fact.End(first, new DateOnly(2026, 4, 1), By(2), "転居"));
        Refusals.AssertRefused(RefusalKind.WrongState, "SUPPORT_FACT_WITHDRAWN", () => fact.Correct(first, Wording(Living(Mother)), By(2), "見直し"));
    }

    public static TheoryData<string, string, bool> Stretches() => new()
    {
        { "2020-01-01..2020-12-31", "2020-12-31..", true },
        { "2020-01-01..2020-12-31", "2021-01-01..", false },
        { "..2020-12-31", "2020-06-01..2020-06-01", true },
        { "..", "..", true },
        { "2021-01-01..", "..2020-12-31", false },
    };

    [Theory]
    [MemberData(nameof(Stretches))]
    public void SamePersonTwice_IsRefusedOnDaysThatBothHold(string one, string other, bool refused)
    {
        var (wording, standing) = (new SupportWording(Living(Mother), Parse(one), Told), new SupportWording(Living(Mother, Presence.KinElsewhere), Parse(other), Told));
        if (refused)
            Refusals.AssertRefused(RefusalKind.WrongState, "SUPPORT_FACT_OVERLAPS", () => wording.RequireRoom([standing]));
        else
            wording.RequireRoom([standing]);
    }

    [Fact]
    public void OtherPeopleAndOtherTies_HaveRoom()
    {
        Wording(Living(Mother)).RequireRoom([Wording(Living(Daughter)), Wording(new Tie(Mother, Daughter, TieKind.Child, null, ""))]);
        Wording(new Tie(Mother, Daughter, TieKind.Child, null, "")).RequireRoom([Wording(new Tie(Mother, Daughter, TieKind.Caregiver, null, ""))]);
    }

    [Fact]
    public void SameTieToldTheOtherWayRound_IsRefused() => Refusals.AssertRefused(
        RefusalKind.WrongState, "SUPPORT_FACT_OVERLAPS",
        () => Wording(new Tie(Daughter, Mother, TieKind.Parent, null, "").Kept()).RequireRoom([Wording(new Tie(Mother, Daughter, TieKind.Child, null, ""))]));

    [Fact]
    public void Tie_IsKeptInOneDirectionWhicheverWayItIsTold()
    {
        foreach (var kind in Enum.GetValues<TieKind>())
        {
            var told = new Tie(Mother, Daughter, kind, null, "");
            var turned = kind switch
            {
                TieKind.Parent => new Tie(Daughter, Mother, TieKind.Child, null, ""),
                TieKind.Grandparent => new Tie(Daughter, Mother, TieKind.Grandchild, null, ""),
                _ when Tie.IsMutual(kind) => new Tie(Daughter, Mother, kind, null, ""),
                _ => told,
            };
            Assert.Equal(turned.Kept(), told.Kept());
            Assert.Equal(told.Kept(), told.Kept().Kept());
        }
    }

    public static TheoryData<string> Contents() => new() { "person", "membership", "tie", "tie without quality" };

    [Theory]
    [MemberData(nameof(Contents))]
    public void Content_ComesBackFromItsDocument(string which)
    {
        SupportContent content = which switch
        {
            "person" => new OutsidePerson("遠山　花江", "トオヤマ　ハナエ", "1962-05", Sex.Female, "架空県", "0999", "長女"),
            "membership" => new Membership(Daughter, Presence.KinElsewhere, "遠方"),
            "tie" => new Tie(Mother, Daughter, TieKind.Caregiver, TieQuality.Strained, ""),
            _ => new Tie(Mother, Daughter, TieKind.Neighbour, null, ""),
        };
        Assert.Equal(content, SupportDocument.Read(content.FactKind, SupportDocument.Write(content)));
    }

    [Fact]
    public void Choices_HaveTheNumbersOfTheContract()
    {
        EnumNumbers.AssertSame<Presence, Contracts.Households.V1.Presence>();
        EnumNumbers.AssertSame<TieKind, Contracts.Households.V1.TieKind>();
        EnumNumbers.AssertSame<TieQuality, Contracts.Households.V1.TieQuality>();
        EnumNumbers.AssertSame<SupportSourceKind, Contracts.Households.V1.SupportSourceKind>();
        EnumNumbers.AssertSame<LifeStageKind, Contracts.Households.V1.LifeStageKind>();
    }

    static Stretch Parse(string text)
    {
        var ends = text.Split("..");
        return new(Day(ends[0]), Day(ends[1]));
    }

    static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    static Membership Living(PersonRef who, Presence presence = Presence.LivesHere) => new(who, presence, "");

    static SupportWording Wording(SupportContent content, DateOnly? since = null) => new(content, new Stretch(since, null), Told);

    static SupportAuthor By(int hours) => new(new StaffId("s-2"), new AgencyId("welfare"), Noon.AddHours(hours));

    static (SupportFact Fact, SupportFactVersion First) Record(SupportContent content, DateOnly? since = null) =>
        SupportFact.Record(Guid.CreateVersion7(), Guid.CreateVersion7(), Wording(content, since), By(0));
}
