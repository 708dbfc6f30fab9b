using Google.Protobuf;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.Integration.Intake;

namespace Tsunagu.Tests.Integration.Access;

/// <summary>Requests about residents and feeds.</summary>
static partial class Requests
{
    static Dictionary<string, Request> OfHousehold(AccessStage stage) => new()
    {
        ["HouseholdService.ImportFeed"] = new(() => Task.FromResult<IReadOnlyList<IMessage>>(RegisterFile()), null),
        ["HouseholdService.GetImport"] = new(() => new GetImportRequest { ImportId = stage.Import }),
        ["HouseholdService.WatchImport"] = new(() => new WatchImportRequest { ImportId = stage.Import }),
        ["HouseholdService.ListImportRejects"] = new(() => new ListImportRejectsRequest { ImportId = stage.Import }),
        ["HouseholdService.ExportImportRejects"] = new(() => new ExportImportRejectsRequest { ImportId = stage.Import }),
        ["HouseholdService.ReleaseImport"] = new(() => new ReleaseImportRequest { RequestId = Desk.NewId(), ImportId = stage.Import, Reason = "確認済み" }),
        ["HouseholdService.CancelImport"] = new(() => new CancelImportRequest { RequestId = Desk.NewId(), ImportId = stage.Import, Reason = "送り間違い" }),
        ["HouseholdService.ProposeFeed"] = new(() => Task.FromResult<IReadOnlyList<IMessage>>(
            [new ProposeFeedRequest { FileName = "見守り.csv" }, new ProposeFeedRequest { Chunk = ByteString.CopyFromUtf8("番号,宛名番号,状態\n1,101,継続\n2,102,終了\n") }]), null),
        ["HouseholdService.CreateFeed"] = new(() => new CreateFeedRequest { RequestId = Desk.NewId(), Definition = NewFeed($"feed_{Guid.NewGuid():N}") }),
        ["HouseholdService.GetFeed"] = new(() => new GetFeedRequest { FeedId = "residents" }),
        ["HouseholdService.ReviseFeed"] = new(() => new ReviseFeedRequest
        {
            RequestId = Desk.NewId(),
            FeedId = "01_kaigo_nintei",
            ExpectedVersion = int.MaxValue,
            Definition = NewFeed("01_kaigo_nintei"),
        }),
        ["HouseholdService.ListFeedVersions"] = new(() => new ListFeedVersionsRequest { FeedId = "residents" }),
        ["HouseholdService.ListFeeds"] = new(() => new ListFeedsRequest()),
        ["HouseholdService.SearchResidents"] = new(() => new SearchResidentsRequest { ResidentNumber = "101" }),
        ["HouseholdService.GetResident"] = new(() => new GetResidentRequest { ResidentId = stage.Resident.ResidentId }),
        ["HouseholdService.FindInvolvement"] = new(() => new FindInvolvementRequest { ResidentId = stage.Resident.ResidentId }),
        ["HouseholdService.GetHouseholdView"] = new(() => new GetHouseholdViewRequest { HouseholdId = stage.Resident.HouseholdId }),
        ["HouseholdService.GetHouseholdStatistics"] = new(() => new GetHouseholdStatisticsRequest()),
        ["HouseholdService.GetFlagRules"] = new(() => new GetFlagRulesRequest()),
        ["HouseholdService.ReviseFlagRules"] = new(() => new ReviseFlagRulesRequest
        {
            RequestId = Desk.NewId(),
            ExpectedVersion = "0",
            Rules = { new FlagRule { Code = "single", Name = "単身", When = new() { MembersTo = 1 } } },
            Reason = "見直し",
        }),
        ["LifeEventService.ListLifeEvents"] = new(() => new ListLifeEventsRequest()),
        ["LifeEventService.ListResidentLifeEvents"] = new(() => new ListResidentLifeEventsRequest { ResidentId = stage.Resident.ResidentId }),
        ["LifeEventService.ListHouseholdLifeEvents"] = new(() => new ListHouseholdLifeEventsRequest { HouseholdId = stage.Resident.HouseholdId }),
        ["LifeEventService.GetProcedureTable"] = new(() => new GetProcedureTableRequest()),
        ["LifeEventService.ReviseProcedureTable"] = new(() => new ReviseProcedureTableRequest
        {
            RequestId = Desk.NewId(),
            ExpectedVersion = "0",
            Procedures = { new Procedure { Code = "birth", Kind = LifeEventKind.Birth, Scheme = "児童手当", Name = "認定請求" } },
            Reason = "見直し",
        }),
        ["LinkService.SearchLinkCandidates"] = new(() => new SearchLinkCandidatesRequest { PageSize = 100 }),
        ["LinkService.AcceptLinkCandidate"] = new(() => new AcceptLinkCandidateRequest
        {
            RequestId = Desk.NewId(),
            LinkCandidateId = stage.LinkCandidate,
            ExpectedVersion = Stale,
        }),
        ["LinkService.RejectLinkCandidate"] = new(() => new RejectLinkCandidateRequest
        {
            RequestId = Desk.NewId(),
            LinkCandidateId = stage.LinkCandidate,
            ExpectedVersion = Stale,
        }),
        ["LinkService.UndoLink"] = new(() => new UndoLinkRequest { RequestId = Desk.NewId(), LinkId = stage.LinkCandidate, ExpectedVersion = Stale }),
    };

    /// <summary>A small definition that is sound.</summary>
    public static FeedDefinition NewFeed(string id) => new()
    {
        FeedId = id,
        Scheme = "見守り",
        Department = "福祉総務課",
        File = new FeedFile { Encoding = "utf-8", Delimiter = ",", HeaderRows = 1, Columns = { "番号", "宛名番号", "状態" } },
        Key = new FeedKey { Column = "宛名番号", Role = "本人" },
        RecordKey = { "番号" },
        Status = new FeedStatus { Column = "状態" },
    };
}
