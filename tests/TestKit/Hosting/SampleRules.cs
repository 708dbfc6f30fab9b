using System.Text.Json.Nodes;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Sharing;

namespace Tsunagu.Tests.TestKit.Hosting;

/// <summary>The sharing rules that a new installation begins with, as services hear of them.</summary>
public static class SampleRules
{
    /// <summary>One for each basis.</summary>
    public static IReadOnlyList<SharingRule> All { get; } = Read();

    /// <summary>The same as a table.</summary>
    public static SharingRules Table { get; } = new(All);

    static List<SharingRule> Read()
    {
        var file = JsonNode.Parse(File.ReadAllText(Repository.PathOf("services/referral/Sharing/default-sharing-rules.json")))!;
        var from = DateOnly.Parse((string)file["startsOn"]!, System.Globalization.CultureInfo.InvariantCulture);
        return [.. file["rules"]!.AsArray().Select(rule => new SharingRule
        {
            Number = 1,
            Basis = GrantBases.Find((string)rule!["basis"]!)!.Value,
            From = from,
            Recipients = rule["recipients"]!.AsArray().Select(kind => (string)kind!).ToHashSet(StringComparer.Ordinal),
            Meetings = (bool)rule["meetings"]!,
            Approver = (bool)rule["approverRequired"]!,
            Longest = (int?)rule["longestHours"] is { } hours ? TimeSpan.FromHours(hours) : null,
            Givers = RoleNames.Parse(rule["givers"]!.AsArray().Select(role => (string)role!)),
        })];
    }
}
