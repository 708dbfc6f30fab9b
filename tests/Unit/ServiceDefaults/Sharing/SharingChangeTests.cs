using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Sharing;
using Tsunagu.Tests.TestKit.Hosting;
using Tsunagu.Tests.Unit.ServiceDefaults.Granting;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Sharing;

public sealed class SharingChangeTests
{
    static readonly Grantee Meeting = Grantee.Meeting(Guid.Parse("019370c0-0000-7000-8000-00000000000a"));

    static readonly (GrantBasis, Grantee, int)[] Given =
    [
        (GrantBasis.Consent, Grantee.Agency(new("npo")), 3), (GrantBasis.Consent, Grantee.Agency(new("other-npo")), 4),
        (GrantBasis.Consent, Grantee.Staff(new("npo-01")), 1), (GrantBasis.Consent, Grantee.Agency(new("tax")), 5), (GrantBasis.Consent, Meeting, 6),
        (GrantBasis.PrivacyAct69Paragraph2Item3, Grantee.Agency(new("npo")), 2), (GrantBasis.Consent, Grantee.Agency(new("nowhere")), 9),
    ];

    [Fact]
    public void TheSameRules_ChangeNothing() => Assert.Empty(SharingChange.Between(Given, Known, SampleRules.Table, Grants.Now));

    [Fact]
    public void WhatCarriesNoMore_IsClosed_AndWhatCarriesThen_IsOpened()
    {
        var other = new SharingRules(SampleRules.All.Select(rule => rule.Basis switch
        {
            GrantBasis.Consent => rule with { Recipients = rule.Recipients.Except(["npo"]).ToHashSet(), Meetings = false },
            GrantBasis.PrivacyAct69Paragraph2Item3 => rule with { Recipients = rule.Recipients.Append("npo").ToHashSet() },
            _ => rule,
        }));

        Assert.Equal(
            [
                new(GrantBasis.Consent, GranteeKind.Agency, "npo", 7, 0),
                new(GrantBasis.Consent, GranteeKind.Staff, "npo", 1, 0),
                new(GrantBasis.Consent, GranteeKind.Meeting, null, 6, 0),
                new(GrantBasis.PrivacyAct69Paragraph2Item3, GranteeKind.Agency, "npo", 0, 2),
            ],
            SharingChange.Between(Given, Known, other, Grants.Now));
    }

    static DirectorySnapshot Known { get; } = new(
        new Dictionary<StaffId, KnownStaff> { [new("npo-01")] = new(new("npo"), new HashSet<Role>(), Grants.Now, Suspended: false) },
        new Dictionary<string, string> { ["npo"] = "npo", ["other-npo"] = "npo", ["tax"] = "city_department" }
            .ToDictionary(agency => new AgencyId(agency.Key), agency => new KnownAgency(new(agency.Key), agency.Value, [])),
        Grants.Now,
        Complete: true)
    {
        Sharing = SampleRules.Table,
    };
}
