using Tsunagu.Contracts.Access.V1;
using Tsunagu.Contracts.Audit.V1;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Operations.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.Integration.Intake;

namespace Tsunagu.Tests.Integration.Access;

/// <summary>Requests about what every service offers.</summary>
static partial class Requests
{
    static Dictionary<string, Request> OfCommon(AccessStage stage) => new()
    {
        ["AuditService.SearchAudit"] = new(() => new SearchAuditRequest { PageSize = 1 }),
        ["AuditService.ListRelatedRecords"] = new(() => new ListRelatedRecordsRequest { SubjectKind = "resident", SubjectId = stage.Resident.ResidentId }),
        ["AuditService.ExportAudit"] = new(() => new ExportAuditRequest()),
        ["AuditService.GetAuditCheckpoint"] = new(() => new GetAuditCheckpointRequest()),
        ["AuditService.GetInclusionProof"] = new(() => new GetInclusionProofRequest { Sequence = 1 }),
        ["AuditService.GetConsistencyProof"] = new(() => new GetConsistencyProofRequest { FirstSize = 1 }),
        ["GrantService.CreateGrant"] = new(() => new CreateGrantRequest
        {
            RequestId = Desk.NewId(),
            ResourceKind = "consultation",
            ResourceId = stage.Consultation.ConsultationId,
            Grantee = new() { Kind = GranteeKind.Agency, Id = Elsewhere },
            Basis = GrantBasis.Emergency,
            Reason = "助言のため",
        }),
        ["GrantService.RevokeGrant"] = new(() => new RevokeGrantRequest
        {
            RequestId = Desk.NewId(),
            GrantId = stage.Grant.GrantId,
            ExpectedVersion = Stale,
            Reason = "終わったため",
        }),
        ["GrantService.GetGrant"] = new(() => new GetGrantRequest { GrantId = stage.Grant.GrantId }),
        ["GrantService.ListGrants"] = new(() => new ListGrantsRequest { ResourceKind = "consultation", ResourceId = stage.Consultation.ConsultationId }),
        ["GrantService.ListReceivedGrants"] = new(() => new ListReceivedGrantsRequest { PageSize = 100 }, stage.Grant.GrantId),
        ["GrantService.PreviewSharingRules"] = new(() => new PreviewSharingRulesRequest
        {
            StartsOn = "2099-04-01",
            Rules = { System.Enum.GetValues<GrantBasis>().Where(basis => basis is not GrantBasis.Unspecified).Select(basis => new SharingRule { Basis = basis }) },
        }),
        ["GrantService.BreakGlass"] = new(() => new BreakGlassRequest
        {
            RequestId = Desk.NewId(),
            ResourceKind = "consultation",
            ResourceId = stage.Unseen.ConsultationId,
            Reason = "安否不明のため",
        }),
        ["GrantService.ReviewBreakGlass"] = new(() => new ReviewBreakGlassRequest
        {
            RequestId = Desk.NewId(),
            BreakGlassId = stage.BrokenGlass.BreakGlassId,
            ExpectedVersion = Stale,
            Verdict = BreakGlassVerdict.Justified,
            Note = "確認済み",
        }),
        ["GrantService.ListBreakGlass"] = new(() => new ListBreakGlassRequest { PageSize = 100 }, stage.BrokenGlass.BreakGlassId),
        ["GrantService.ListBreakGlassActs"] = new(() => new ListBreakGlassActsRequest()),
        ["AccessService.ExplainAccess"] = new(() => new ExplainAccessRequest
        {
            StaffId = "tax-01",
            Method = "/tsunagu.intake.v1.IntakeService/GetConsultation",
            ResourceKind = "consultation",
            ResourceId = stage.Consultation.ConsultationId,
        }),
        ["OperationsService.ListParkedMessages"] = new(() => new ListParkedMessagesRequest()),
        ["OperationsService.GetParkedMessage"] = new(() => new GetParkedMessageRequest { ParkedMessageId = Desk.NewId() }) { Missing = true },
        ["OperationsService.ReplayParkedMessage"] = new(() => new ReplayParkedMessageRequest
        {
            RequestId = Desk.NewId(),
            ParkedMessageId = Desk.NewId(),
        })
        { Missing = true },
        ["OperationsService.ReplayParkedMessages"] = new(() => new ReplayParkedMessagesRequest { RequestId = Desk.NewId(), Endpoint = "intake-meeting" }),
        ["OperationsService.DiscardParkedMessage"] = new(() => new DiscardParkedMessageRequest
        {
            RequestId = Desk.NewId(),
            ParkedMessageId = Desk.NewId(),
            Reason = "試験のため",
        })
        { Missing = true },
        ["OperationsService.ListSequenceGaps"] = new(() => new ListSequenceGapsRequest()),
    };
}
