using Microsoft.EntityFrameworkCore;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Rules;

namespace Tsunagu.Referrals.Data;

/// <summary>Puts the sharing rules that come with the program in force where there are none yet.</summary>
static class SharingStart
{
    /// <summary>Adds the first version; saves nothing.</summary>
    /// <param name="db">Context of the transaction, which holds the directory.</param>
    /// <param name="now">Now.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="BootException">The file that comes with the program is unsound.</exception>
    public static async Task EnsureAsync(ReferralDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        if (!await db.SharingRules.AnyAsync(ct))
            db.SharingRules.Add(Read(await RulesDocument.TextAsync("Sharing/default-sharing-rules.json", ct), now));
    }

    /// <summary>The version that a file holds.</summary>
    /// <param name="text">The file.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="BootException">It is unsound.</exception>
    internal static SharingRules Read(string text, DateTimeOffset now) => RulesDocument.Read<RulesFile, SharingRules>(
        text, "sharing rules", file => SharingRules.Begin(file.StartsOn, [.. file.Rules.Select(rule => rule.ToDomain())], now));

    sealed record RulesFile(DateOnly StartsOn, IReadOnlyList<RuleEntry> Rules);

    sealed record RuleEntry(
        string Basis, IReadOnlyList<string> Recipients, bool Meetings, bool ApproverRequired, int? LongestHours, IReadOnlyList<string> Givers)
    {
        public SharingRule ToDomain() => new()
        {
            Basis = ReferralCodes.LegalBasisOf(GrantBases.Find(Basis) ?? throw new FormatException("A rule is of a basis that is not known.")),
            Recipients = [.. Recipients.Select(AgencyKinds.Parse).Distinct().Order()],
            Meetings = Meetings,
            ApproverRequired = ApproverRequired,
            LongestHours = LongestHours,
            Givers = Givers.All(SharingRule.GiverRoles.Contains)
                ? [.. SharingRule.GiverRoles.Where(Givers.Contains)]
                : throw new FormatException("A rule names a role that opens no records."),
        };
    }
}
