using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit.Population;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>The numbers of a day before somebody moved in with people who are protected.</summary>
public sealed class MovedStatisticsTests(HouseholdFixture fixture) : IClassFixture<HouseholdFixture>
{
    const int Others = 20;
    const int Sheltered = 10;
    const int Shelter = 900;
    const int Mover = 1;

    [Fact]
    public async Task WhoLivesWithSomebodyProtectedNow_HasNoDistrictOnAnEarlierDayEither()
    {
        await ImportAsync("areas", City.Sample.Read("day1/areas.csv"), City.FirstDay);
        await ImportAsync(MeasureFile.Feed, MeasureFile.Of($"{Text(Shelter)},2020-01-01,2099-12-31,DV,,"), City.FirstDay);
        await ImportAsync("residents", Register(Person(Mover, home: Mover)), City.FirstDay);
        Assert.Equal([("川端小学校区", Others + 1), ("", Sheltered)], await DistrictsAsync(City.FirstDay));

        await ImportAsync("residents", Register(Person(Mover, home: Shelter)), City.SecondDay);
        foreach (var day in new[] { City.FirstDay, City.SecondDay })
            Assert.Equal([("川端小学校区", Others), ("", Sheltered + 1)], await DistrictsAsync(day));
    }

    async Task ImportAsync(string feed, byte[] file, DateOnly day) =>
        Assert.Equal(ImportState.Applied, (await fixture.ImportAsync(feed, file, dataDate: day)).State);

    async Task<IEnumerable<(string Name, int Residents)>> DistrictsAsync(DateOnly day) =>
        (await fixture.As("planner", null).GetHouseholdStatisticsAsync(new() { AsOf = day.ToString("yyyy-MM-dd", null) }))
            .Districts.Select(d => (d.Name, d.Residents));

    static byte[] Register(Inhabitant mover) =>
    [
        .. RegisterFile.Pieces(
            Enumerable.Range(2, Others).Select(n => Person(n, home: n))
                .Concat(Enumerable.Range(Shelter, Sheltered).Select(n => Person(n, home: Shelter)))
                .Append(mover))
            .SelectMany(piece => piece),
    ];

    static Inhabitant Person(int number, int home) => new()
    {
        Number = Text(number),
        Household = Text(home),
        Family = new("山野", "ヤマノ"),
        Given = new("一", "ハジメ"),
        Woman = false,
        Born = new(1970, 1, 1),
        Relationship = number == home ? "02" : "99",
        Position = number,
        Town = "川端町一丁目",
        Street = $"{home}番1号",
        Building = "",
        Phone = "",
    };

    static string Text(int number) => $"{number:D15}";
}
