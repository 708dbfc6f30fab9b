using Tsunagu.Contracts.Options.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.Integration.Intake;

namespace Tsunagu.Tests.Integration.Access;

/// <summary>Requests about agencies, staff and agreements.</summary>
static partial class Requests
{
    static Dictionary<string, Request> OfDirectory(AccessStage stage) => new()
    {
        ["DirectoryService.ListAgencies"] = new(() => new ListAgenciesRequest()),
        ["DirectoryService.ListStaff"] = new(() => new ListStaffRequest { AgencyId = AccessStage.Owner }),
        ["DirectoryService.ListAgreements"] = new(() => new ListAgreementsRequest { AgencyId = Elsewhere }),
        ["DirectoryService.RegisterAgency"] = new(() => new RegisterAgencyRequest
        {
            RequestId = Desk.NewId(),
            AgencyId = $"npo-{Guid.NewGuid():N}",
            Name = "NPO法人架空",
            Kind = AgencyKind.Npo,
        }),
        ["DirectoryService.ReviseAgency"] = new(() => new ReviseAgencyRequest
        {
            RequestId = Desk.NewId(),
            AgencyId = Elsewhere,
            ExpectedVersion = Stale,
            Name = "架空法律事務所",
            Kind = AgencyKind.Legal,
        }),
        ["DirectoryService.EnrolStaff"] = new(() => new EnrolStaffRequest
        {
            RequestId = Desk.NewId(),
            AgencyId = Elsewhere,
            StaffId = $"s-{Guid.NewGuid():N}",
            Name = "架空　花子",
            Roles = { Role.Partner },
        }),
        ["DirectoryService.ReviseStaff"] = new(() => new ReviseStaffRequest
        {
            RequestId = Desk.NewId(),
            StaffId = "legal-01",
            ExpectedVersion = Stale,
            AgencyId = Elsewhere,
            Name = "架空　花子",
            Roles = { Role.Partner },
        }),
        ["DirectoryService.SuspendStaff"] = new(() => new SuspendStaffRequest { RequestId = Desk.NewId(), StaffId = "legal-01", ExpectedVersion = Stale }),
        ["DirectoryService.ReinstateStaff"] = new(() => new ReinstateStaffRequest { RequestId = Desk.NewId(), StaffId = "legal-01", ExpectedVersion = Stale }),
        ["DirectoryService.RenewStaffRights"] = new(() => new RenewStaffRightsRequest
        {
            RequestId = Desk.NewId(),
            StaffId = "legal-01",
            ExpectedVersion = Stale,
        }),
        ["DirectoryService.SignAgreement"] = new(() => new SignAgreementRequest
        {
            RequestId = Desk.NewId(),
            AgencyId = Elsewhere,
            Scopes = { "referral" },
            StartsOn = "2026-04-01",
            EndsOn = "2099-03-31",
        }),
        ["DirectoryService.RenewAgreement"] = new(async () => new RenewAgreementRequest
        {
            RequestId = Desk.NewId(),
            AgreementId = (await stage.AgreementAsync()).AgreementId,
            ExpectedVersion = Stale,
            EndsOn = "2100-03-31",
        }),
        ["DirectoryService.EndAgreement"] = new(async () => new EndAgreementRequest
        {
            RequestId = Desk.NewId(),
            AgreementId = (await stage.AgreementAsync()).AgreementId,
            ExpectedVersion = Stale,
            Reason = "解約の申し出",
        }),
        ["SharingRulesService.GetSharingRules"] = new(() => new GetSharingRulesRequest()),
        ["SharingRulesService.ListSharingRules"] = new(() => new ListSharingRulesRequest()),
        ["SharingRulesService.ProposeSharingRules"] = new(() => new ProposeSharingRulesRequest
        {
            RequestId = Desk.NewId(),
            StartsOn = "2099-04-01",
            Reason = "法改正のため",
        }),
        // In force since long ago.
        ["SharingRulesService.ApproveSharingRules"] = new(() => new ApproveSharingRulesRequest { RequestId = Desk.NewId(), Version = "1" }),
        ["SharingRulesService.RejectSharingRules"] = new(() => new RejectSharingRulesRequest { RequestId = Desk.NewId(), Version = "1", Reason = "誤りのため" }),
        ["DirectoryService.RepublishDirectory"] = new(() => new RepublishDirectoryRequest { RequestId = Desk.NewId() }),
    };
}
