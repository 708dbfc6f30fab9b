using System.Globalization;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Population;
using Xunit;

namespace Tsunagu.Tests.Integration.Households.Recall;

/// <summary>
/// Whether the right person is among the first five, asked with one error each. A town of 100,000 with <c>TSUNAGU_TIER=full</c>, of 5,000 otherwise.
/// </summary>
public sealed class RecallTests(HouseholdFixture fixture, ITestOutputHelper output) : IClassFixture<HouseholdFixture>
{
    const int First = 5;
    const double Aim = 0.98;
    const int AtOnce = 4;

    // A year old a minute before midnight is another age a minute after: one day for people and questions alike.
    readonly DateOnly _today = JapanCalendar.DayOf(DateTimeOffset.UtcNow);
    List<Inhabitant> _people = [];

    [Fact]
    public async Task RightPerson_IsAmongTheFirstFive()
    {
        var seed = Seed.Draw();
        _people = [.. Town.People(Tier.IsFull ? 100_000 : 5_000, seed, _today)];
        _ = await fixture.ImportAsync("residents", _people.Select(person => person.Before ?? person));
        _ = await fixture.ImportAsync("residents", _people);
        var queries = new Queries(_people, _today, seed);
        var misses = new List<string>();
        foreach (var error in Enum.GetValues<ErrorKind>())
        {
            foreach (var beside in Enum.GetValues<Beside>())
            {
                var asked = queries.Of(error, beside, Tier.IsFull ? 200 : 20).ToList();
                if (asked.Count == 0)
                    continue;
                var found = await Task.WhenAll(asked.Chunk((asked.Count / AtOnce) + 1).Select(CountAsync));
                var (right, possible) = (found.Sum(f => f.Right), found.Sum(f => f.Possible));
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{error} beside {beside}: {right} of {asked.Count}, {(double)right / asked.Count:P1}; {possible} could be told apart"));
                // A name alone does not tell people of one name apart, nor a mistyped one those whose name was typed.
                if (right < Aim * (beside == Beside.Nothing ? possible : asked.Count) - (Tier.IsFull ? 0 : 0.6))
                    misses.Add($"{error} beside {beside}");
            }
        }
        Assert.Empty(misses);
    }

    async Task<(int Right, int Possible)> CountAsync(Query[] queries)
    {
        var (right, possible) = (0, 0);
        foreach (var query in queries)
        {
            query.Request.PageSize = First;
            var matches = (await fixture.Caseworker.SearchResidentsAsync(query.Request)).Matches;
            var isRight = matches.Any(m => m.Resident.ResidentNumber == query.Meant.Number);
            right += isRight ? 1 : 0;
            possible += isRight || query.Beside != Beside.Nothing || Rivals.Of(query, _people) < First ? 1 : 0;
        }
        return (right, possible);
    }
}
