using System.Text.Json;
using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Imports the chosen city day by day, and compares with what the truth says of each file and of the difference between the days.</summary>
sealed class CityDays(HouseholdFixture fixture)
{
    static readonly JsonElement Counts = City.Chosen.Truth("counts");
    static readonly JsonElement Differences = City.Chosen.Truth("day2");

    /// <summary>Feed and path of each file of a day, the register first.</summary>
    public async Task<IReadOnlyList<(string Feed, string Path)>> FilesAsync(int day)
    {
        var feeds = await fixture.Caseworker.ListFeedsAsync(new());
        return [.. City.Chosen.Files(feeds.Feeds.Select(f => f.FeedId), day)];
    }

    public Task<Import> ImportAsync((string Feed, string Path) file, int day) =>
        fixture.ImportAsync(
            file.Feed, City.Chosen.Read(file.Path), name: Path.GetFileName(file.Path), dataDate: day == 1 ? City.FirstDay : City.SecondDay);

    /// <summary>State and problem that a file of the second day must meet after the first.</summary>
    public static (ImportState State, string Problem) Verdict(string feed) => (Difference(feed)?.GetProperty("verdict").GetString() ?? VerdictByBytes(feed)) switch
    {
        "apply" => (ImportState.Applied, ""),
        "unchanged" => (ImportState.Unchanged, ""),
        var quarantine => (ImportState.Quarantined, quarantine.Replace("quarantine_", "", StringComparison.Ordinal).ToUpperInvariant()),
    };

    // Of a file that the truth leaves out.
    static string VerdictByBytes(string feed)
    {
        var paths = new[] { 1, 2 }.SelectMany(day => City.Chosen.Files([feed], day)).Select(f => f.Path).ToList();
        return City.Chosen.Read(paths[0]).AsSpan().SequenceEqual(City.Chosen.Read(paths[1])) ? "unchanged" : "apply";
    }

    /// <summary>True for a file of the second day that is good by itself, whatever came before.</summary>
    public static bool IsGood(string feed) => Verdict(feed).State != ImportState.Quarantined;

    /// <summary>Verdict, bad rows, counts and the lines behind them.</summary>
    public async Task AssertSecondDayAsync(Import import, string path)
    {
        Assert.Equal(Verdict(import.FeedId), (import.State, import.ProblemCode));
        if (Difference(import.FeedId) is not { } truth)
            return;
        if (!truth.TryGetProperty("added", out _) && truth.TryGetProperty("events", out var events))
        {
            // Of a list that names its events alone: something new, or something otherwise than before.
            var added = events.EnumerateArray().Count(e => e.GetProperty("event").GetString() == "added");
            Assert.Equal((added, events.GetArrayLength() - added), (import.Added, import.Ended + import.Changed));
            if (import.State == ImportState.Applied)
                await CityTruth.AssertCountsAsync(fixture, import, Counts.GetProperty(path));
            return;
        }
        var ended = truth.TryGetProperty("removed", out var removed) ? removed : truth.GetProperty("ended");
        Assert.Equal(
            (truth.GetProperty("added").GetInt32(), ended.GetInt32(), truth.GetProperty("changed").GetInt32()),
            (import.Added, import.Ended, import.Changed));
        if (import.State != ImportState.Applied)
            return;
        await CityTruth.AssertCountsAsync(fixture, import, Counts.GetProperty(path));
        if (truth.TryGetProperty("added_lines", out var newLines))
        {
            Assert.Equal(Lines(newLines), await LinesAsync($"first_import_id = '{import.ImportId}'"));
            Assert.Equal(
                Lines(truth.GetProperty("ended_lines"), truth.GetProperty("changed_lines")),
                await LinesAsync($"import_id = '{import.ImportId}' and first_import_id <> import_id"));
            Assert.Equal(Lines(truth.GetProperty("removed_day1_lines")), await LinesAsync($"withdrawn_import_id = '{import.ImportId}'"));
        }
    }

    /// <summary>What the register's events of the second day did to each household, seen from both days.</summary>
    public async Task AssertEventsAsync()
    {
        foreach (var e in Differences.GetProperty("residents").GetProperty("events").EnumerateArray())
        {
            var (what, number) = (e.GetProperty("event").GetString(), e.GetProperty("pid").GetString()!);
            var (before, after) = (await MemberAsync(number, City.FirstDay), await MemberAsync(number, City.SecondDay));
            var told = (what, before?.Resident.Status, after?.Resident.Status);
            if (what is "birth" or "move_in")
                Assert.Equal((what, null, ResidentStatus.Current), told);
            else if (what is "death")
                Assert.Equal((what, ResidentStatus.Current, ResidentStatus.Deceased), told);
            else if (what is "move_out")
                Assert.Equal((what, ResidentStatus.Current, ResidentStatus.MovedOut), told);
            else
                Assert.Equal((what, ResidentStatus.Current, ResidentStatus.Current), told);
            if (what is "move_within" && before!.Resident.Address.Length + after!.Resident.Address.Length > 0)
                Assert.NotEqual(before!.Resident.Address, after!.Resident.Address);
            if (e.TryGetProperty("new_head", out var head) && head.GetString() is { } successor)
                Assert.Equal((false, true), ((await MemberAsync(successor, City.FirstDay))!.Head, (await MemberAsync(successor, City.SecondDay))!.Head));
        }
    }

    /// <summary>Every household on a day, without what differs from one database to another.</summary>
    public async Task<IReadOnlyList<string>> DescribeAsync(DateOnly day)
    {
        var ids = (await fixture.TextAsync("select string_agg(id::text, ',' order by number) from households")).Split(',');
        var views = new List<string>();
        foreach (var id in ids)
            views.Add(Describe(await fixture.HouseholdAsync(id, day)));
        return views;
    }

    static JsonElement? Difference(string feed) =>
        new[] { feed.Replace('-', '_'), feed[..2] }.Select(name => Differences.TryGetProperty(name, out var found) ? (JsonElement?)found : null).FirstOrDefault(f => f is not null);

    static string Lines(params JsonElement[] lists) =>
        string.Join(',', lists.SelectMany(l => l.EnumerateArray()).Select(l => l.GetInt32()).Order());

    Task<string> LinesAsync(string condition) =>
        fixture.TextAsync($"select string_agg(line::text, ',' order by line) from involvements where not held and {condition}");

    async Task<HouseholdMember?> MemberAsync(string number, DateOnly day)
    {
        var id = await fixture.TextAsync($"select id::text from residents where number = '{number}'");
        try
        {
            var then = await fixture.Caseworker.GetResidentAsync(new() { ResidentId = id, AsOf = day.ToString("yyyy-MM-dd", null) });
            var view = await fixture.HouseholdAsync(then.HouseholdId, day);
            return view.Members.Concat(view.FormerMembers).Single(m => m.Resident.ResidentId == id);
        }
        catch (Grpc.Core.RpcException e) when (e.StatusCode == Grpc.Core.StatusCode.NotFound)
        {
            return null;
        }
    }

    static string Describe(HouseholdView view)
    {
        var numbers = view.Members.Concat(view.FormerMembers).ToDictionary(m => m.Resident.ResidentId, m => m.Resident.ResidentNumber);
        var people = view.Members.Select(m => $"member {Describe(m)}").Concat(view.FormerMembers.Select(m => $"former {Describe(m)}"));
        var relations = view.Relations.Select(r => $"{numbers[r.FromResidentId]} {r.Kind} {numbers[r.ToResidentId]}").Order(StringComparer.Ordinal);
        return string.Join('\n', people.Concat(relations).Prepend(view.HouseholdNumber));
    }

    static string Describe(HouseholdMember member)
    {
        var resident = new Resident(member.Resident) { ResidentId = "", HouseholdId = "" };
        var facts = member.Involvement
            .Select(i => string.Join('|', i.FeedId, i.Status, i.Detail, i.StartDate, i.EndDate, i.Role, i.Open)).Order(StringComparer.Ordinal);
        return string.Join('\n', facts.Prepend($"{resident} {member.Head} {member.Age}"));
    }
}
