using System.Text.Json;
using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Compares what the service answers with the truth beside the files of the chosen city.</summary>
static class CityTruth
{
    static readonly string[] Parts = ["status", "detail", "start", "end", "role", "file", "line"];

    static readonly Dictionary<string, string> Reasons = new()
    {
        ["COLUMN_COUNT"] = "too_few_columns too_many_columns",
        ["DATE_INVALID"] = "impossible_date",
        ["KEY_UNKNOWN"] = "unknown_key",
        ["KEY_MISSING"] = "missing_key",
        ["BYTES_INVALID"] = "undecodable_bytes",
        ["QUOTE_UNTERMINATED"] = "unterminated_quote",
    };

    /// <summary>Rows, good rows and every bad row with its line and reason.</summary>
    public static async Task AssertCountsAsync(HouseholdFixture fixture, Import import, JsonElement truth)
    {
        Assert.Equal(ImportState.Applied, import.State);
        Assert.Equal((truth.GetProperty("rows").GetInt32(), truth.GetProperty("good").GetInt32()), (import.Rows, import.GoodRows));
        Assert.Equal(truth.GetProperty("bytes").GetInt64(), import.Bytes);
        var bad = truth.GetProperty("bad").EnumerateArray()
            .Select(b => (Line: b.GetProperty("line").GetInt32(), Reason: b.GetProperty("reason").GetString())).ToList();
        var rejects = await fixture.RejectsAsync(import.ImportId);
        Assert.Equal(bad.Select(b => b.Line), rejects.Select(r => r.Line));
        Assert.All(bad.Zip(rejects), pair => Assert.Contains(pair.First.Reason!, Reasons[pair.Second.Reason], StringComparison.Ordinal));
        Assert.Equal(bad.Count, import.RejectedRows);
    }

    /// <summary>Every household with head, members and former members, and the involvement of every sampled resident, on the first day.</summary>
    public static async Task AssertViewsAsync(HouseholdFixture fixture) => AssertInvolvement(await AssertHouseholdsAsync(fixture));

    static async Task<Dictionary<string, HouseholdView>> AssertHouseholdsAsync(HouseholdFixture fixture)
    {
        var views = new Dictionary<string, HouseholdView>();
        var households = City.Chosen.Truth("households");
        var known = households.GetProperty("flag_rules").EnumerateObject().Select(rule => rule.Name).ToHashSet();
        foreach (var truth in households.GetProperty("households").EnumerateArray())
        {
            var members = Texts(truth.GetProperty("members"));
            var former = Texts(truth.GetProperty("former"));
            var view = await fixture.ViewAsync(members.Concat(former).First(), City.FirstDay);
            Assert.Equal(view.Members.Any(m => m.Resident.IsHidden()) ? "" : truth.GetProperty("household").GetString(), view.HouseholdNumber);
            Assert.Equal(members.Order(), view.Members.Select(m => m.Resident.ResidentNumber).Order());
            Assert.Equal(former.Order(), view.FormerMembers.Select(m => m.Resident.ResidentNumber).Order());
            Assert.Equal(truth.GetProperty("head").GetString(), view.Members.SingleOrDefault(m => m.Head)?.Resident.ResidentNumber);
            // Rules that the truth does not know of are nothing to it.
            Assert.Equal(Texts(truth.GetProperty("flags")).Order(), view.Flags.Select(flag => flag.Code).Where(known.Contains).Order());
            foreach (var member in view.Members.Concat(view.FormerMembers))
                views[member.Resident.ResidentNumber] = view;
        }
        return views;
    }

    static void AssertInvolvement(Dictionary<string, HouseholdView> views)
    {
        foreach (var person in City.Chosen.Truth("involvement").EnumerateObject())
        {
            var view = views[person.Name];
            var member = view.Members.Concat(view.FormerMembers).Single(m => m.Resident.ResidentNumber == person.Name);
            // Sources without a key are linked by other means.
            var expected = person.Value.EnumerateArray().Where(e => !e.TryGetProperty("linked_by", out _)).Select(e => Describe(e, member.Resident.IsHidden()));
            var told = member.Involvement.Where(i => i.Link is null).Select(i => Describe(i, member.Resident.IsHidden()));
            Assert.Equal(expected.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        }
    }

    // A detail may tell where somebody is.
    static string Describe(JsonElement e, bool hidden) =>
        string.Join('|', Parts.Where(n => !hidden || n != "detail").Select(n => e.GetProperty(n).ToString()));

    static string Describe(Involvement i, bool hidden) =>
        string.Join('|', new[] { i.Status, i.Detail, i.StartDate, i.EndDate, i.Role, i.Source.FileName, $"{i.Source.Line}" }.Where((_, n) => !hidden || n != 1));

    static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetString()!)];
}
