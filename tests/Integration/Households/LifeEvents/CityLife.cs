using System.Globalization;
using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households.LifeEvents;

/// <summary>The life events of the chosen city between its two days, beside what its truth and its views say.</summary>
sealed class CityLife(HouseholdFixture fixture)
{
    static readonly Dictionary<string, LifeEventKind> Kinds = new()
    {
        ["birth"] = LifeEventKind.Birth,
        ["death"] = LifeEventKind.Death,
        ["move_in"] = LifeEventKind.MoveIn,
        ["move_out"] = LifeEventKind.MoveOut,
        ["move_within"] = LifeEventKind.MoveWithin,
        ["household_split"] = LifeEventKind.HouseholdSplit,
        ["marriage"] = LifeEventKind.Marriage,
    };

    /// <summary>One line for each event; with ids it tells an event from another one of the same kind.</summary>
    public async Task<IReadOnlyList<string>> DescribeAsync(bool ids)
    {
        var numbers = await NumbersAsync("id::text || '=' || number");
        return [.. (await EventsAsync()).Select(e => $"{numbers[e.ResidentId]} {e.Kind} {e.OccurredOn} {e.NoticedOn} {e.FeedId} {e.Role} {e.Age}{(ids ? e.LifeEventId : "")}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Register events of the truth, ages by the calendar, entitlements by the views of both days: these and no others.</summary>
    public async Task AssertAsync()
    {
        var numbers = await NumbersAsync("id::text || '=' || number");
        var events = await EventsAsync();
        Assert.All(events, e => Assert.Equal(Day(City.SecondDay), e.NoticedOn));
        var register = events.Where(e => e.FeedId == "residents").ToLookup(e => e.Kind == LifeEventKind.AgeReached);
        Assert.Equal(Truth().Order(), register[false].Select(e => (numbers[e.ResidentId], e.Kind)).Order());
        Assert.Equal(await BirthdaysAsync(), register[true].Select(e => $"{numbers[e.ResidentId]}:{e.Age}").Order(StringComparer.Ordinal));
        var turns = await TurnsAsync();
        var told = events.Where(e => e.FeedId != "residents").Select(e => (Number: numbers[e.ResidentId], Feed: e.FeedId, e.Role, e.Kind)).ToHashSet();
        Assert.Empty(turns.Except(told));
        Assert.Empty(told.Except(turns));
    }

    static IEnumerable<(string Number, LifeEventKind Kind)> Truth()
    {
        foreach (var e in City.Chosen.Truth("day2").GetProperty("residents").GetProperty("events").EnumerateArray())
        {
            yield return (e.GetProperty("pid").GetString()!, Kinds[e.GetProperty("event").GetString()!]);
            if (e.TryGetProperty("new_head", out var head) && head.GetString() is { } successor)
                yield return (successor, LifeEventKind.HeadChange);
        }
    }

    async Task<IEnumerable<string>> BirthdaysAsync()
    {
        var ages = (await fixture.LifeEventsAs("caseworker").GetProcedureTableAsync(new())).Ages;
        var day = City.SecondDay;
        var born = await NumbersAsync("number || '=' || birth_date", $"status = 0 and withdrawn_import_id is null and birth_date like '%-{day:MM-dd}'");
        return born.Select(p => (Number: p.Key, Age: day.Year - int.Parse(p.Value[..4], CultureInfo.InvariantCulture)))
            .Where(p => ages.Contains(p.Age)).Select(p => $"{p.Number}:{p.Age}").Order(StringComparer.Ordinal);
    }

    // Who had something open under a feed in one role on one day and nothing on the other, of the feeds that have a file of the second day.
    async Task<HashSet<(string Number, string Feed, string Role, LifeEventKind Kind)>> TurnsAsync()
    {
        var (before, after) = (await OpenAsync(City.FirstDay), await OpenAsync(City.SecondDay));
        return
        [
            .. after.Except(before).Select(o => (o.Number, o.Feed, o.Role, LifeEventKind.EntitlementBegun)),
            .. before.Except(after).Select(o => (o.Number, o.Feed, o.Role, LifeEventKind.EntitlementEnded)),
        ];
    }

    async Task<HashSet<(string Number, string Feed, string Role)>> OpenAsync(DateOnly day)
    {
        var open = new HashSet<(string, string, string)>();
        foreach (var household in await HouseholdsAsync())
        {
            var view = await fixture.HouseholdAsync(household, day);
            var told = view.Feeds.Where(f => f.DataDate == Day(day)).Select(f => f.FeedId).ToHashSet();
            open.UnionWith(
                from member in view.Members.Concat(view.FormerMembers)
                from fact in member.Involvement
                where fact.Open && (day == City.FirstDay || told.Contains(fact.FeedId)) && CityDays.IsGood(fact.FeedId)
                select (member.Resident.ResidentNumber, fact.FeedId, fact.Role));
        }
        return open;
    }

    async Task<IReadOnlyList<LifeEvent>> EventsAsync()
    {
        await fixture.LookedAtAsync();
        var events = new Dictionary<string, LifeEvent>();
        foreach (var household in await HouseholdsAsync())
        {
            // Who leaves a household for another is told of in both.
            foreach (var e in await fixture.LifeEventsAsync(household))
                events[e.LifeEventId] = e;
        }
        return [.. events.Values];
    }

    async Task<string[]> HouseholdsAsync() => (await fixture.TextAsync("select string_agg(id::text, ',') from households")).Split(',');

    async Task<Dictionary<string, string>> NumbersAsync(string pair, string condition = "true") =>
        (await fixture.TextAsync($"select string_agg({pair}, ',') from residents where {condition}"))
            .Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
