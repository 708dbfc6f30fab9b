using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Households.History;

/// <summary>
/// Files of several days in any order, again and again, corrected and repeated: what every view shows of every day, as known at every
/// instant, is what the naive model says.
/// </summary>
public sealed class HistoryOrderTests(HouseholdFixture fixture) : IClassFixture<HouseholdFixture>
{
    static readonly DateOnly First = new(2026, 3, 20);

    readonly NaiveHistory model = new();

    [Fact]
    public async Task FilesInAnyOrder_GiveTheHistoryOfTheNaiveModel()
    {
        var random = Seed.NewRandom();
        var city = new RandomCity(random);
        var files = new List<NaiveFile>();
        await ImportAsync(city.Register(First.AddDays(random.Next(12))), files);
        for (var n = 0; n < (Tier.IsFull ? 60 : 16); n++)
        {
            // One in eight comes again as it was, perhaps on another day.
            var day = First.AddDays(2 * random.Next(6));
            await ImportAsync(random.Next(8) == 0 ? files[random.Next(files.Count)] with { DataDate = day } : city.Draw(day), files);
        }
        Assert.InRange(files.Select(f => f.Feed).Distinct().Count(), 3, 3);
        await CompareAsync(random, Tier.IsFull ? 4000 : 300);
    }

    async Task ImportAsync(NaiveFile file, List<NaiveFile> files)
    {
        var (state, good, added, ended, changed) = model.Expect(file);
        var import = await fixture.ImportAsync(file.Feed, file.Bytes, name: file.Feed, dataDate: file.DataDate);
        // What is judged by size and change is another test's matter: a file set aside told nothing.
        if (import.State == ImportState.Quarantined)
            return;
        Assert.Equal((state, added, ended, changed), (import.State, import.Added, import.Ended, import.Changed));
        if (good >= 0)
            Assert.Equal(good, import.GoodRows);
        model.Add(file, import.FinishedAt.ToDateTimeOffset());
        files.Add(file);
    }

    async Task CompareAsync(Random random, int sample)
    {
        var ids = await HouseholdIdsAsync();
        var days = Enumerable.Range(-1, 15).Select(d => First.AddDays(d)).ToArray();
        DateTimeOffset?[] instants = [null, .. model.Instants.SelectMany(i => new DateTimeOffset?[] { i, i.AddMicroseconds(-1) })];
        var all = (from household in model.Households from day in days from instant in instants select (household, day, instant)).ToArray();
        random.Shuffle(all);
        Assert.True(all.Length > sample);
        // Everything that is known now, and a sample of what was known once.
        foreach (var (household, day, instant) in all.Where(a => a.instant is null).Concat(all.Take(sample)))
            Assert.Equal(model.View(household, day, instant), await ViewAsync(ids[household], day, instant));
    }

    async Task<Dictionary<string, string>> HouseholdIdsAsync() =>
        (await fixture.TextAsync("select string_agg(number || '=' || id, ',') from households"))
            .Split(',').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

    async Task<IReadOnlyList<string>?> ViewAsync(string household, DateOnly day, DateTimeOffset? instant)
    {
        try
        {
            var view = await fixture.HouseholdAsync(household, day, instant);
            return
            [
                .. view.Members.SelectMany(m => Lines(m, "member")).Concat(view.FormerMembers.SelectMany(m => Lines(m, "former")))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
    }

    static IEnumerable<string> Lines(HouseholdMember member, string what) =>
        member.Involvement
            .Select(i => $"{member.Resident.ResidentNumber}|{i.FeedId}|{i.Status}|{i.StartDate}|{i.EndDate}|{i.Role}")
            .Prepend($"{what}|{member.Resident.ResidentNumber}|{member.Resident.Name}|{member.Resident.Address}");
}
