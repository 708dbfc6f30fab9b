using System.Globalization;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Tests.Integration.Writes;

/// <content>Writes to the directory, each about an agency, a staff member, an agreement or a version of the sharing rules of its own.</content>
public static partial class WriteRows
{
    static IEnumerable<KeyValuePair<string, Write>> DirectoryWrites =>
    [
        new("tsunagu.referral.v1.DirectoryService/RegisterAgency", new("referral", world =>
        {
            var agency = NewAgency();
            return Task.FromResult(new Prepared(Administrator(world), [agency], Changed(agency, other => other.Name = "別名")));
        })),
        new("tsunagu.referral.v1.DirectoryService/ReviseAgency", new("referral", async world =>
        {
            var agency = await AgencyAsync(world);
            return new(Administrator(world), [new ReviseAgencyRequest
            {
                RequestId = NewId(), AgencyId = agency.AgencyId, ExpectedVersion = agency.Version, Name = "別名", Kind = AgencyKind.Contractor,
            }]);
        })),
        new("tsunagu.referral.v1.DirectoryService/EnrolStaff", new("referral", async world =>
        {
            var staff = NewStaff(await AgencyAsync(world));
            return new(Administrator(world), [staff], Changed(staff, other => other.Name = "別名"));
        })),
        new("tsunagu.referral.v1.DirectoryService/ReviseStaff", new("referral", async world =>
        {
            var staff = await StaffAsync(world);
            return new(Administrator(world), [new ReviseStaffRequest
            {
                RequestId = NewId(), StaffId = staff.StaffId, ExpectedVersion = staff.Version, AgencyId = staff.AgencyId, Name = "別名", Roles = { Role.LayWatcher },
            }]);
        })),
        new("tsunagu.referral.v1.DirectoryService/SuspendStaff", new("referral", async world =>
        {
            var staff = await StaffAsync(world);
            return new(Administrator(world), [new SuspendStaffRequest { RequestId = NewId(), StaffId = staff.StaffId, ExpectedVersion = staff.Version }]);
        })),
        new("tsunagu.referral.v1.DirectoryService/ReinstateStaff", new("referral", async world =>
        {
            var suspended = await Directory(world).SuspendStaffAsync(new() { RequestId = NewId(), StaffId = (await StaffAsync(world)).StaffId });
            return new(Administrator(world), [new ReinstateStaffRequest
            {
                RequestId = NewId(), StaffId = suspended.StaffId, ExpectedVersion = suspended.Version,
            }]);
        })),
        new("tsunagu.referral.v1.DirectoryService/RenewStaffRights", new("referral", async world =>
        {
            // Rights that have ended may be renewed at any time of the year.
            var staff = await StaffAsync(world);
            await world.ExecuteAsync("referral", $"update staff set valid_until = now() - interval '1 day' where staff_id = '{staff.StaffId}'");
            var ended = (await Directory(world).ListStaffAsync(new() { AgencyId = staff.AgencyId })).Staff.Single();
            return new(Administrator(world), [new RenewStaffRightsRequest { RequestId = NewId(), StaffId = ended.StaffId, ExpectedVersion = ended.Version }]);
        })),
        new("tsunagu.referral.v1.DirectoryService/SignAgreement", new("referral", async world =>
        {
            var agreement = NewAgreement(await AgencyAsync(world));
            return new(Administrator(world), [agreement], Changed(agreement, other => other.Scopes.Add("meeting")));
        })),
        new("tsunagu.referral.v1.DirectoryService/RenewAgreement", new("referral", async world =>
        {
            var agreement = await AgreementAsync(world);
            return new(Administrator(world), [new RenewAgreementRequest
            {
                RequestId = NewId(), AgreementId = agreement.AgreementId, ExpectedVersion = agreement.Version, EndsOn = Day(60),
            }]);
        })),
        new("tsunagu.referral.v1.DirectoryService/EndAgreement", new("referral", async world =>
        {
            var agreement = await AgreementAsync(world);
            return new(Administrator(world), [new EndAgreementRequest
            {
                RequestId = NewId(), AgreementId = agreement.AgreementId, ExpectedVersion = agreement.Version, Reason = "解約の申し出",
            }]);
        })),
        new("tsunagu.referral.v1.DirectoryService/RepublishDirectory", new("referral", world => Task.FromResult(new Prepared(
            Administrator(world), [new RepublishDirectoryRequest { RequestId = NewId() }])))),
    ];

    static IEnumerable<KeyValuePair<string, Write>> SharingWrites =>
    [
        new("tsunagu.referral.v1.SharingRulesService/ProposeSharingRules", new("referral", async world =>
        {
            var proposal = await NewProposalAsync(world);
            return new(Administrator(world), [proposal], Changed(proposal, other => other.Reason = "別の理由"));
        })),
        new("tsunagu.referral.v1.SharingRulesService/ApproveSharingRules", new("referral", async world =>
        {
            var manager = await ManagerAsync(world);
            var proposed = await Sharing(world, manager).ProposeSharingRulesAsync(await NewProposalAsync(world));
            var approve = new ApproveSharingRulesRequest { RequestId = NewId(), Version = proposed.Version };
            return new(Administrator(world), [approve], Changed(approve, other => other.Version = "1"));
        })),
        new("tsunagu.referral.v1.SharingRulesService/RejectSharingRules", new("referral", async world =>
        {
            var proposed = await Sharing(world, Administrator(world)).ProposeSharingRulesAsync(await NewProposalAsync(world));
            var reject = new RejectSharingRulesRequest { RequestId = NewId(), Version = proposed.Version, Reason = "取り下げ" };
            return new(Administrator(world), [reject], Changed(reject, other => other.Reason = "誤り"));
        })),
    ];

    static SharingRulesService.SharingRulesServiceClient Sharing(WriteWorld world, string token) => new(world.As("referral", token));

    // As they are, from a day on that is far off.
    static async Task<ProposeSharingRulesRequest> NewProposalAsync(WriteWorld world)
    {
        var versions = (await Sharing(world, Administrator(world)).ListSharingRulesAsync(new())).Versions;
        var newest = versions.First(version => version.State is SharingRulesState.Approved);
        return new() { RequestId = NewId(), BasedOn = newest.Version, StartsOn = Day(400), Rules = { newest.Rules }, Reason = "法改正のため" };
    }

    static async Task<string> ManagerAsync(WriteWorld world)
    {
        const string agency = "welfare-general";
        var manager = await Directory(world).EnrolStaffAsync(
            new() { RequestId = NewId(), AgencyId = agency, StaffId = $"s-{Guid.NewGuid():N}", Name = "架空　花子", Roles = { Role.Manager } });
        return world.Token(manager.StaffId, agency, "manager");
    }

    static DirectoryService.DirectoryServiceClient Directory(WriteWorld world) => new(world.As("referral", Administrator(world)));

    static async Task<Agency> AgencyAsync(WriteWorld world) => await Directory(world).RegisterAgencyAsync(NewAgency());

    static async Task<StaffMember> StaffAsync(WriteWorld world) => await Directory(world).EnrolStaffAsync(NewStaff(await AgencyAsync(world)));

    static async Task<Agreement> AgreementAsync(WriteWorld world) => await Directory(world).SignAgreementAsync(NewAgreement(await AgencyAsync(world)));

    static RegisterAgencyRequest NewAgency() => new() { RequestId = NewId(), AgencyId = $"npo-{Guid.NewGuid():N}", Name = "NPO法人架空", Kind = AgencyKind.Npo };

    static EnrolStaffRequest NewStaff(Agency agency) =>
        new() { RequestId = NewId(), AgencyId = agency.AgencyId, StaffId = $"s-{Guid.NewGuid():N}", Name = "架空　花子", Roles = { Role.Partner } };

    static SignAgreementRequest NewAgreement(Agency agency) =>
        new() { RequestId = NewId(), AgencyId = agency.AgencyId, Scopes = { "referral" }, StartsOn = Day(0), EndsOn = Day(30) };

    // Of Japan, as the contract has it.
    static string Day(int ahead) => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
