using Grpc.Core;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Referrals;

public sealed class DirectoryTests(ReferralSuite fixture) : IClassFixture<ReferralSuite>
{
    readonly Suite _suite = fixture.Suite;

    [Fact]
    public async Task SampleCity_BroughtInTwice_IsThereOnce_BesideWhatWasThere()
    {
        var sample = Repository.PathOf("apphost/sample");
        await using (await _suite.StartReferralAsync(sample))
        await using (await _suite.StartReferralAsync(sample))
        {
        }

        var agencies = (await _suite.Directory.ListAgenciesAsync(new ListAgenciesRequest(), _suite.As(_suite.Sender))).Agencies;
        Assert.Single(agencies, agency => agency is { AgencyId: "consumer-npo", Kind: AgencyKind.Npo });
        Assert.Single(agencies, agency => agency.AgencyId == _suite.Receiver.Agency);
        Assert.Equal(agencies.Count, agencies.Select(agency => agency.AgencyId).Distinct().Count());
        Assert.DoesNotContain(agencies, agency => agency.Kind == AgencyKind.Unspecified);
        var coordinator = Assert.Single((await StaffAsync("welfare-general")).Staff, member => member.StaffId == "coord-01");
        Assert.Equal([Role.Caseworker, Role.Coordinator], coordinator.Roles);
    }

    [Fact]
    public async Task Staff_OfOneAgencyOrOfAll()
    {
        Assert.Equal([_suite.Receiver.Staff], (await StaffAsync(_suite.Receiver.Agency)).Staff.Select(member => member.StaffId));
        Assert.Superset(
            new HashSet<string> { _suite.Sender.Staff, _suite.Receiver.Staff }, (await StaffAsync("-")).Staff.Select(member => member.StaffId).ToHashSet());
    }

    [Fact]
    public async Task Staff_OfAnUnknownAgency_IsNotFound() =>
        await Denied.AsAsync(StatusCode.NotFound, "AGENCY_NOT_FOUND", () => StaffAsync("nowhere"));

    async Task<ListStaffResponse> StaffAsync(string agency) =>
        await _suite.Directory.ListStaffAsync(new ListStaffRequest { AgencyId = agency }, _suite.As(_suite.SendersCoordinator));
}
