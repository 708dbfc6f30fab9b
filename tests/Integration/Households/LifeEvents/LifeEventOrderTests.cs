using System.Globalization;
using System.Text;
using Tsunagu.Contracts.Events.Households;
using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households.LifeEvents;

/// <summary>Files that are late, corrected or the same: life events are what the files show as known now.</summary>
public sealed class LifeEventOrderTests(SampleLife life) : IClassFixture<SampleLife>, IAsyncLifetime
{
    const string Newborn = "000000051237748";
    const string Leaver = "000000056322175";
    const string Register = "residents";

    static readonly DateOnly First = City.FirstDay;
    static readonly DateOnly Second = City.SecondDay;

    // Every test begins and ends with the two days as they were.
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await life.ImportAsync(Register, 2, Second);

    [Fact]
    public async Task FileThatTakesADayBack_WithdrawsItsEvents_AndTheNextTellsAnew()
    {
        var birth = Assert.Single(await life.OfAsync(Newborn));
        await life.ImportAsync(Register, 1, Second);
        // Nobody of that number is a resident: the search does not know the person any more.
        await life.Service.LookedAtAsync();
        var withdrawn = Assert.Single(await life.Service.Events.WaitForAsync<LifeEventWithdrawn>(birth.ResidentId));
        Assert.Equal((Guid.Parse(birth.LifeEventId), "LIFE_EVENT_KIND_BIRTH"), (withdrawn.LifeEventId, withdrawn.Kind));
        Assert.DoesNotContain(await life.OfAsync(Leaver), e => e.Kind == LifeEventKind.MoveOut);
        Assert.Contains(await life.OfAsync(Leaver, withdrawn: true), e => e.Kind == LifeEventKind.MoveOut && e.WithdrawnAt is not null && e.Procedures.Count == 0);

        await life.ImportAsync(Register, 2, Second);
        var again = Assert.Single(await life.OfAsync(Newborn));
        Assert.NotEqual(birth.LifeEventId, again.LifeEventId);
        var told = await life.Service.Events.WaitForAsync<LifeEventNoticed>(birth.ResidentId, 2);
        Assert.True(told[^1].Sequence > withdrawn.Sequence);
    }

    [Fact]
    public async Task SameFileAgain_ChangesNothing()
    {
        var before = await life.OfAsync(Leaver);
        await life.ImportAsync(Register, 2, Second);
        await life.ImportAsync("16_kokuho_shikaku", 2, Second);
        Assert.Equal(before, await life.OfAsync(Leaver));
    }

    [Fact]
    public async Task LateFile_MovesTheNoticeToTheDayOnWhichItShowsTheEvent()
    {
        await using var other = new SampleLife();
        await other.Service.InitializeAsync();
        await other.ImportAsync(Register, 1, First);
        await other.ImportAsync(Register, 2, Second.AddDays(3));
        var late = Assert.Single(await other.OfAsync(Newborn));
        await other.ImportAsync(Register, 2, Second);
        var told = Assert.Single(await other.OfAsync(Newborn));
        Assert.Equal(("2026-04-05", "2026-04-02"), (late.NoticedOn, told.NoticedOn));
        Assert.Equal(late.LifeEventId, told.LifeEventId);
        Assert.Empty(other.Service.Events.Of<LifeEventWithdrawn>());
    }

    [Fact]
    public async Task FirstFileThatComesLast_ShowsWhatChangedSince()
    {
        await using var other = new SampleLife();
        await other.Service.InitializeAsync();
        await other.ImportAsync(Register, 2, Second);
        Assert.Empty(await other.OfAsync(Leaver));
        await other.ImportAsync(Register, 1, First);
        Assert.Equal([LifeEventKind.MoveOut], (await other.OfAsync(Leaver)).Select(e => e.Kind));
        Assert.Equal([LifeEventKind.Birth], (await other.OfAsync(Newborn)).Select(e => e.Kind));
    }

    [Fact]
    public async Task EventThatWasTakenBackAndIsTrueAgain_IsToldOfBothDays()
    {
        await using var other = new SampleLife();
        await ThereBackAndThereAgainAsync(other);
        Assert.Equal(["2026-04-02 MoveOut", "2026-04-03 MoveIn", "2026-04-04 MoveOut"], await MovesAsync(other));
        // A day that is looked at once more neither takes from another day nor tells twice.
        await other.ImportAsync(Register, 2, Second);
        Assert.Equal(["2026-04-02 MoveOut", "2026-04-03 MoveIn", "2026-04-04 MoveOut"], await MovesAsync(other));
    }

    [Fact]
    public async Task CorrectedFile_WithdrawsWhatItShowed_AndNothingThatAnotherDayShows()
    {
        await using var other = new SampleLife();
        await ThereBackAndThereAgainAsync(other);
        await other.ImportAsync(Register, 1, Second.AddDays(2));
        Assert.Equal(["2026-04-02 MoveOut", "2026-04-03 MoveIn"], await MovesAsync(other));
    }

    [Fact]
    public async Task EventOfALateFile_NamesTheHouseholdOfItsDay()
    {
        await using var other = new SampleLife();
        await other.Service.InitializeAsync();
        await other.ImportAsync(Register, 1, First);
        var register = Encoding.Latin1.GetString(City.Sample.Read("day1/residents.csv"));
        var moved = register.Replace($"\"{Leaver}\",\"000000016547752\"", $"\"{Leaver}\",\"000000000000999\"", StringComparison.Ordinal);
        Assert.NotEqual(register, moved);
        _ = await other.Service.ImportAsync(Register, Encoding.Latin1.GetBytes(moved), dataDate: Second.AddDays(3));
        await other.ImportAsync("16_kokuho_shikaku", 1, First);
        await other.ImportAsync("16_kokuho_shikaku", 2, Second);

        var ended = Assert.Single(await other.OfAsync(Leaver), e => e.Kind == LifeEventKind.EntitlementEnded);
        var now = await other.Service.ResidentAsync(Leaver);
        var then = await other.Service.Caseworker.GetResidentAsync(new() { ResidentId = now.ResidentId, AsOf = ended.NoticedOn });
        Assert.NotEqual(now.HouseholdId, then.HouseholdId);
        Assert.Equal(("2026-04-02", then.HouseholdId), (ended.NoticedOn, ended.HouseholdId));
    }

    [Fact]
    public async Task DayOnWhichNothingChanges_StillBringsPeopleOfAge()
    {
        await using var other = new SampleLife();
        await other.Service.InitializeAsync();
        var administrator = other.Service.LifeEventsAs("administrator");
        var table = await administrator.GetProcedureTableAsync(new());
        _ = await administrator.ReviseProcedureTableAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            ExpectedVersion = table.Version,
            Ages = { 45 },
            Procedures = { new Procedure { Code = "half", Kind = LifeEventKind.AgeReached, Scheme = "健診", Name = "節目健診の案内" } },
            Reason = "節目の年齢",
        });
        // Born on 29 February 1980.
        const string Leapling = "000000000000777";
        var register = SampleRegister.With(Leapling, "000000000000778");
        foreach (var day in new[] { "2025-02-27", "2025-02-28", "2025-03-01" })
        {
            _ = await other.Service.ImportAsync(Register, register, dataDate: DateOnly.Parse(day, CultureInfo.InvariantCulture));
            Assert.Equal(day == "2025-03-01" ? 1 : 0, (await other.OfAsync(Leapling)).Count);
        }
        var reached = Assert.Single(await other.OfAsync(Leapling));
        Assert.Equal((LifeEventKind.AgeReached, 45, "2025-03-01"), (reached.Kind, reached.Age, reached.OccurredOn));
        Assert.Equal("half", Assert.Single(reached.Procedures).Code);
    }

    static async Task ThereBackAndThereAgainAsync(SampleLife other)
    {
        await other.Service.InitializeAsync();
        foreach (var (file, day) in new[] { (1, First), (2, Second), (1, Second.AddDays(1)), (2, Second.AddDays(2)) })
            await other.ImportAsync(Register, file, day);
    }

    static async Task<IEnumerable<string>> MovesAsync(SampleLife other) =>
        (await other.OfAsync(Leaver)).Select(e => $"{e.NoticedOn} {e.Kind}").Order(StringComparer.Ordinal);
}
