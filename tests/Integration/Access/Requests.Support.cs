using Google.Protobuf;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.Integration.Households;
using Tsunagu.Tests.Integration.Intake;

namespace Tsunagu.Tests.Integration.Access;

/// <summary>Requests about what staff record of residents.</summary>
static partial class Requests
{
    static Dictionary<string, Request> OfSupport(AccessStage stage) => new()
    {
        ["SupportService.CreateSupportHousehold"] = new(() => new CreateSupportHouseholdRequest
        {
            RequestId = Desk.NewId(),
            Members = { Kept.Member(Kept.Resident(stage.Resident.ResidentId)) },
            Source = Kept.Told,
        }),
        ["SupportService.GetSupportHousehold"] = new(() => new GetSupportHouseholdRequest { SupportHouseholdId = stage.SupportHousehold.SupportHouseholdId }),
        ["SupportService.RecordSupportFact"] = new(() => Kept.Describe(stage.SupportHousehold, "近山　茂")),
        ["SupportService.CorrectSupportFact"] = new(() => new CorrectSupportFactRequest
        {
            RequestId = Desk.NewId(),
            FactId = stage.SupportFact.FactId,
            ExpectedVersion = Stale,
            OutsidePerson = stage.SupportFact.OutsidePerson,
            Source = Kept.Told,
            Reason = "聞き違い",
        }),
        ["SupportService.EndSupportFact"] = new(() => new EndSupportFactRequest
        {
            RequestId = Desk.NewId(),
            FactId = stage.SupportFact.FactId,
            ExpectedVersion = Stale,
            Until = "2026-04-01",
            Reason = "転居",
        }),
        ["SupportService.WithdrawSupportFact"] = new(() => new WithdrawSupportFactRequest
        {
            RequestId = Desk.NewId(),
            FactId = stage.SupportFact.FactId,
            ExpectedVersion = Stale,
            Reason = "人違い",
        }),
        ["SupportService.ListSupportFactVersions"] = new(() => new ListSupportFactVersionsRequest { FactId = stage.SupportFact.FactId }),
        ["ResidentRecordService.AddResidentFile"] =
            new(() => Task.FromResult<IReadOnlyList<IMessage>>(Kept.FileParts(stage.Resident.ResidentId, Kept.Text())), null),
        ["ResidentRecordService.ListResidentFiles"] = new(() => new ListResidentFilesRequest { ResidentId = stage.Resident.ResidentId }),
        ["ResidentRecordService.DownloadResidentFile"] =
            new(() => new DownloadResidentFileRequest { ResidentId = stage.Resident.ResidentId, FileId = stage.File.FileId }),
        ["ResidentRecordService.WithdrawResidentFile"] = new(() => new WithdrawResidentFileRequest
        {
            RequestId = Desk.NewId(),
            ResidentId = stage.Resident.ResidentId,
            FileId = stage.File.FileId,
            ExpectedVersion = Stale,
            Reason = "登録誤り",
        }),
        ["ResidentRecordService.WriteResidentMessage"] =
            new(() => new WriteResidentMessageRequest { RequestId = Desk.NewId(), ResidentId = stage.Resident.ResidentId, Text = "連絡済み" }),
        ["ResidentRecordService.ListResidentMessages"] = new(() => new ListResidentMessagesRequest { ResidentId = stage.Resident.ResidentId }),
        ["ResidentRecordService.WithdrawResidentMessage"] = new(() => new WithdrawResidentMessageRequest
        {
            RequestId = Desk.NewId(),
            ResidentId = stage.Resident.ResidentId,
            MessageId = stage.Message.MessageId,
            ExpectedVersion = Stale,
            Reason = "書き誤り",
        }),
    };

    // About nobody and nothing, so that nothing is hidden, lifted or shown on the stage: who may is told that there is none.
    static Dictionary<string, Request> OfProtections(AccessStage stage) => new()
    {
        ["ProtectionService.RegisterProtection"] = new(() => Decisions.ByHand(Desk.NewId())) { Missing = true },
        ["ProtectionService.ListProtections"] = new(() => new ListProtectionsRequest()),
        ["ProtectionService.ProposeProtectionRelease"] = new(() => new ProposeProtectionReleaseRequest
        {
            RequestId = Desk.NewId(),
            Items = { new ReleaseItem { ResidentId = stage.Resident.ResidentId } },
            Reason = "期間満了",
        }),
        ["ProtectionService.ApproveProtectionRelease"] =
            new(() => new ApproveProtectionReleaseRequest { RequestId = Desk.NewId(), ReleaseId = Desk.NewId() }) { Missing = true },
        ["ProtectionService.RejectProtectionRelease"] =
            new(() => new RejectProtectionReleaseRequest { RequestId = Desk.NewId(), ReleaseId = Desk.NewId(), Reason = "継続の意向" }) { Missing = true },
        ["ProtectionService.ListProtectionReleases"] = new(() => new ListProtectionReleasesRequest()),
        ["ProtectionService.RequestReveal"] =
            new(() => new RequestRevealRequest { RequestId = Desk.NewId(), ResidentId = stage.Resident.ResidentId, Reason = "訪問" }),
        ["ProtectionService.ApproveReveal"] = new(() => new ApproveRevealRequest { RequestId = Desk.NewId(), RevealId = Desk.NewId() }) { Missing = true },
        ["ProtectionService.RejectReveal"] =
            new(() => new RejectRevealRequest { RequestId = Desk.NewId(), RevealId = Desk.NewId(), Reason = "不要" }) { Missing = true },
        ["ProtectionService.EndReveal"] = new(() => new EndRevealRequest { RequestId = Desk.NewId(), RevealId = Desk.NewId() }) { Missing = true },
        ["ProtectionService.ListReveals"] = new(() => new ListRevealsRequest()),
        ["ProtectionService.GetWhereabouts"] = new(() => new GetWhereaboutsRequest { RevealId = Desk.NewId() }) { Missing = true },
    };
}
