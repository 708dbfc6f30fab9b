using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Sharing;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Guarded;

/// <summary>Row-level security asks the sharing rules as the decision does.</summary>
[Collection(nameof(GuardedGroup))]
public sealed class SharingWallTests(WallFixture fixture)
{
    static readonly string[] Kinds =
        ["city_department", "contractor", "social_welfare_council", "school", "hospital", "npo", "legal", "welfare_commissioner"];

    // Of the rules that a new installation begins with: closed again since yesterday; opened by the higher of two versions of today; of no day yet.
    static readonly SharingRule[] Later =
    [
        Rule(2, GrantBasis.Emergency, -1, meetings: false),
        Rule(2, GrantBasis.Delegation, 0, meetings: false),
        Rule(3, GrantBasis.Delegation, 0, meetings: true, "hospital"),
        Rule(4, GrantBasis.AbuseLaw, 1, meetings: true, Kinds),
    ];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Wall_LetsEachBasisCarryToWhomTheDecisionDoes(string service)
    {
        var now = DateTimeOffset.UtcNow;
        Grantee[] grantees =
        [
            .. Kinds.Append("nowhere").SelectMany(kind => new[] { Grantee.Agency(new(kind)), Grantee.Staff(new(kind + "-01")) }), Grantee.Meeting(Guid.Empty),
        ];
        var asked = grantees.SelectMany(grantee => Enum.GetValues<GrantBasis>().Select(basis => (Grantee: grantee, Basis: basis))).ToList();
        var decided = asked.Select(one => Known(now).Carries(one.Basis, one.Grantee, now)).ToList();

        var walled = await new Session().QueryAsync<bool>(
            fixture[service],
            $"""
            insert into directory_agencies (agency_id, kind, sequence) select kind, kind, 0 from unnest(array[{Quoted(Kinds)}]) kind;
            insert into directory_staff (staff_id, agency_id, roles, valid_until, suspended, sequence)
            select kind || '-01', kind, array[]::text[], now(), false, 0 from unnest(array[{Quoted(Kinds)}]) kind;
            insert into directory_sharing_rules (number, basis, starts_on, recipients, meetings, approver_required, longest_hours, givers, sequence)
            values {string.Join(", ", Later.Select(Values))};
            select tsunagu_carries(kind, grantee, basis) from (values {string.Join(", ", asked.Select((one, i) => $"({i}, '{one.Grantee.Kind}', '{one.Grantee.Id}', '{one.Basis}')"))})
              as asked (number, kind, grantee, basis) order by number
            """);

        Assert.Equal(asked.Zip(decided), asked.Zip(walled));
        Assert.InRange(decided.Count(carries => carries), 50, 150);
    }

    public static TheoryData<string> Services => [.. WallFixture.Services];

    static DirectorySnapshot Known(DateTimeOffset now) => new(
        Kinds.ToDictionary(kind => new StaffId(kind + "-01"), kind => new KnownStaff(new(kind), new HashSet<Role>(), now, Suspended: false)),
        Kinds.ToDictionary(kind => new AgencyId(kind), kind => new KnownAgency(new(kind), kind, [])),
        now,
        Complete: true)
    {
        Sharing = new([.. SampleRules.All, .. Later]),
    };

    static SharingRule Rule(int number, GrantBasis basis, int daysAhead, bool meetings, params string[] recipients) => new()
    {
        Number = number,
        Basis = basis,
        From = JapanCalendar.DayOf(DateTimeOffset.UtcNow).AddDays(daysAhead),
        Recipients = recipients.ToHashSet(StringComparer.Ordinal),
        Meetings = meetings,
        Approver = false,
        Longest = null,
        Givers = new HashSet<Role>(),
    };

    static string Values(SharingRule rule) =>
        $"({rule.Number}, '{rule.Basis}', '{rule.From:yyyy-MM-dd}', array[{Quoted(rule.Recipients)}]::text[], {rule.Meetings}, false, null, array[]::text[], 0)";

    static string Quoted(IEnumerable<string> texts) => string.Join(", ", texts.Select(text => $"'{text}'"));
}
