using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Access.V1;
using Tsunagu.Contracts.Audit.V1;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Contracts.Operations.V1;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.Integration.Intake;

namespace Tsunagu.Tests.Integration.Access;

/// <summary>For each operation of the suite a request about the record on the stage; steps are asked for on a version that is gone, so that none happens.</summary>
static class Requests
{
    const string Stale = "00000000";

    // An agency of which nobody here is: no administrator changes what their own agency may do, and no agency refers to itself.
    const string Elsewhere = AccessStage.Elsewhere;

    /// <summary>A request by operation; what it is of a list says which record is looked for there.</summary>
    public static IReadOnlyDictionary<string, Request> For(AccessStage stage) => new Dictionary<string, Request>
    {
        ["IntakeService.RecordConsultation"] = new(() => Desk.Sheet()),
        ["IntakeService.LinkConsultation"] = new(() => new LinkConsultationRequest
        {
            RequestId = Desk.NewId(),
            ConsultationId = stage.Consultation.ConsultationId,
            ResidentId = stage.Resident.ResidentId,
            ExpectedVersion = Stale,
        }),
        ["IntakeService.GetConsultation"] = new(() => new GetConsultationRequest { ConsultationId = stage.Consultation.ConsultationId }),
        ["IntakeService.ListConsultations"] = new(() => new ListConsultationsRequest { PageSize = 100 }, stage.Consultation.ConsultationId),
        ["IntakeService.SearchConsultations"] = new(
            () => new SearchConsultationsRequest { ResidentId = stage.Resident.ResidentId, PageSize = 100 }, stage.Consultation.ConsultationId),
        ["IntakeService.OpenCase"] = new(() => new OpenCaseRequest
        {
            RequestId = Desk.NewId(),
            ConsultationId = stage.Consultation.ConsultationId,
            ExpectedVersion = Stale,
        }),
        ["IntakeService.GetCase"] = new(() => new GetCaseRequest { CaseId = stage.Case.CaseId }),
        ["IntakeService.TransferCase"] = new(() => new TransferCaseRequest
        {
            RequestId = Desk.NewId(),
            CaseId = stage.Case.CaseId,
            ExpectedVersion = Stale,
            ToAgencyId = AccessStage.Receiver,
            ResponsibleStaffId = "shakyo-01",
        }),

        ["HouseholdService.ImportFeed"] = new(() => Task.FromResult<IReadOnlyList<IMessage>>(RegisterFile()), null),
        ["HouseholdService.GetImport"] = new(() => new GetImportRequest { ImportId = stage.Import }),
        ["HouseholdService.WatchImport"] = new(() => new WatchImportRequest { ImportId = stage.Import }),
        ["HouseholdService.ListImportRejects"] = new(() => new ListImportRejectsRequest { ImportId = stage.Import }),
        ["HouseholdService.ListFeeds"] = new(() => new ListFeedsRequest()),
        ["HouseholdService.SearchResidents"] = new(() => new SearchResidentsRequest { ResidentNumber = "101" }),
        ["HouseholdService.GetResident"] = new(() => new GetResidentRequest { ResidentId = stage.Resident.ResidentId }),
        ["HouseholdService.GetHouseholdView"] = new(() => new GetHouseholdViewRequest { HouseholdId = stage.Resident.HouseholdId }),

        ["ReferralService.CreateReferral"] = new(() => NewReferral(Elsewhere)),
        ["ReferralService.GetReferral"] = new(() => new GetReferralRequest { ReferralId = stage.Referral.ReferralId }),
        ["ReferralService.ListReferrals"] = new(() => new ListReferralsRequest { State = ReferralState.Received, PageSize = 100 }, stage.Referral.ReferralId),
        // Whoever may not send it is told so before its state is looked at, and nobody may send it twice.
        ["ReferralService.SendReferral"] = new(() => new SendReferralRequest { RequestId = Desk.NewId(), ReferralId = stage.Referral.ReferralId }),
        ["ReferralService.ReceiveReferral"] = new(() => new ReceiveReferralRequest
        {
            RequestId = Desk.NewId(),
            ReferralId = stage.Referral.ReferralId,
            ExpectedVersion = Stale,
        }),
        ["ReferralService.AcceptReferral"] = new(() => new AcceptReferralRequest
        {
            RequestId = Desk.NewId(),
            ReferralId = stage.Referral.ReferralId,
            ExpectedVersion = Stale,
        }),
        ["ReferralService.ReturnReferral"] = new(() => new ReturnReferralRequest
        {
            RequestId = Desk.NewId(),
            ReferralId = stage.Referral.ReferralId,
            ExpectedVersion = Stale,
            Reason = "様子を書いてください",
        }),
        ["ReferralService.DeclineReferral"] = new(() => new DeclineReferralRequest
        {
            RequestId = Desk.NewId(),
            ReferralId = stage.Referral.ReferralId,
            ExpectedVersion = Stale,
            Reason = "対象外です",
        }),
        ["ReferralService.CompleteReferral"] = new(() => new CompleteReferralRequest
        {
            RequestId = Desk.NewId(),
            ReferralId = stage.Referral.ReferralId,
            ExpectedVersion = Stale,
            Outcome = "終わりました",
        }),
        ["ReferralService.ListReferralEvents"] = new(() => new ListReferralEventsRequest { PageSize = 1000 }, stage.Referral.ReferralId),
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
        ["DirectoryService.RepublishDirectory"] = new(() => new RepublishDirectoryRequest { RequestId = Desk.NewId() }),
        ["SubscriptionService.CreateSubscription"] = new(() => new CreateSubscriptionRequest
        {
            RequestId = Desk.NewId(),
            AgencyId = AccessStage.Owner,
            Url = stage.NewUrl(),
        }),
        ["SubscriptionService.ListSubscriptions"] = new(() => new ListSubscriptionsRequest { AgencyId = AccessStage.Owner }),
        ["SubscriptionService.DeleteSubscription"] = new(async () => new DeleteSubscriptionRequest
        {
            RequestId = Desk.NewId(),
            AgencyId = AccessStage.Owner,
            SubscriptionId = (await stage.NewSubscriptionAsync()).SubscriptionId,
        }),
        ["SubscriptionService.GetDeliveryTarget"] = new(() => new GetDeliveryTargetRequest { SubscriptionId = stage.Subscription.SubscriptionId }),

        ["MeetingService.CallMeeting"] = new(() => NewMeeting(stage.Case.CaseId)),
        ["MeetingService.InviteAgencies"] = new(() => new InviteAgenciesRequest
        {
            RequestId = Desk.NewId(),
            MeetingId = stage.Meeting.MeetingId,
            ExpectedVersion = Stale,
            AgencyIds = { AccessStage.Receiver },
        }),
        ["MeetingService.RecordDecision"] = new(() => new RecordDecisionRequest
        {
            RequestId = Desk.NewId(),
            MeetingId = stage.Meeting.MeetingId,
            ExpectedVersion = Stale,
            Text = "見守る",
            ResponsibleAgencyId = AccessStage.Receiver,
        }),
        ["MeetingService.CancelMeeting"] = new(() => new CancelMeetingRequest
        {
            RequestId = Desk.NewId(),
            MeetingId = stage.Meeting.MeetingId,
            ExpectedVersion = Stale,
        }),
        ["MeetingService.GetMeeting"] = new(() => new GetMeetingRequest { MeetingId = stage.Meeting.MeetingId }),
        ["MeetingService.ListMeetings"] = new(() => new ListMeetingsRequest { PageSize = 100 }, stage.Meeting.MeetingId),

        ["NotificationService.ListInbox"] = new(() => new ListInboxRequest { PageSize = 200 }, stage.Item.ItemId),
        ["NotificationService.WatchInbox"] = new(() => new WatchInboxRequest { After = stage.Before.Cursor }, stage.Item.ItemId),
        ["NotificationService.MarkRead"] = new(() => new MarkReadRequest { RequestId = Desk.NewId(), ItemId = stage.Item.ItemId }),
        ["NotificationService.ListDeliveries"] = new(() => new ListDeliveriesRequest
        {
            AgencyId = AccessStage.Owner,
            SubscriptionId = stage.Subscription.SubscriptionId,
        }),
        ["NotificationService.RetryDelivery"] = new(() => new RetryDeliveryRequest { RequestId = Desk.NewId(), DeliveryId = stage.Delivery.DeliveryId }),

        ["AuditService.SearchAudit"] = new(() => new SearchAuditRequest { PageSize = 1 }),
        ["AuditService.ListRelatedRecords"] = new(() => new ListRelatedRecordsRequest { SubjectKind = "resident", SubjectId = stage.Resident.ResidentId }),
        ["AuditService.ExportAudit"] = new(() => new ExportAuditRequest()),
        ["AuditService.GetAuditCheckpoint"] = new(() => new GetAuditCheckpointRequest()),
        ["GrantService.CreateGrant"] = new(() => new CreateGrantRequest
        {
            RequestId = Desk.NewId(),
            ResourceKind = "consultation",
            ResourceId = stage.Consultation.ConsultationId,
            Grantee = new() { Kind = GranteeKind.Agency, Id = Elsewhere },
            Basis = GrantBasis.Consent,
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

    public static CreateReferralRequest NewReferral(string to) => new()
    {
        RequestId = Desk.NewId(),
        ToAgencyId = to,
        Content = new SheetContent { Purpose = "家計の困りごと", Request = "家計相談", LegalBasis = LegalBasis.Consent },
        RespondBy = DateTime.UtcNow.AddDays(7).ToTimestamp(),
    };

    public static CallMeetingRequest NewMeeting(string caseId, params IEnumerable<string> invited) => new()
    {
        RequestId = Desk.NewId(),
        CaseId = caseId,
        Kind = MeetingKind.SupportConference,
        StartsAt = DateTime.UtcNow.AddDays(3).ToTimestamp(),
        DurationMinutes = 60,
        AgencyIds = { invited },
    };

    public static IReadOnlyList<ImportFeedRequest> RegisterFile() =>
    [
        new() { FeedId = "residents", RequestId = Desk.NewId(), FileName = "residents.csv" },
        new() { Chunk = ByteString.CopyFrom(Register.File()) },
    ];

    /// <summary>How to ask for an operation.</summary>
    /// <param name="Parts">Makes the request anew, in its parts.</param>
    /// <param name="Listed">Of a list: id of the record that is looked for.</param>
    public sealed record Request(Func<Task<IReadOnlyList<IMessage>>> Parts, string? Listed)
    {
        /// <summary>Nothing is parked in this city: who may look is told so.</summary>
        public bool Missing { get; init; }

        public Request(Func<IMessage> one, string? listed = null)
            : this(() => Task.FromResult<IReadOnlyList<IMessage>>([one()]), listed)
        {
        }

        public Request(Func<Task<IMessage>> one)
            : this(async () => [await one()], null)
        {
        }
    }
}
